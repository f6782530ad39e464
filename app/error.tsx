'use client';

import { BugMessage } from '#components/bug-message';
import { Main } from '#components/site-frame';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <Main>
      <BugMessage reference={error.digest} onRetry={reset} />
    </Main>
  );
}
