import type { ReactNode } from 'react';

type Props = { action: string; token: string | null; back: string; children: ReactNode };

/** A plain form that signs in or out: it works without script. Without a token next-auth asks once more. */
export function AuthForm({ action, token, back, children }: Props) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrfToken" value={token ?? ''} />
      <input type="hidden" name="callbackUrl" value={back} />
      {children}
    </form>
  );
}
