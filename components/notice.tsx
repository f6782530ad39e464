import type { ReactNode } from 'react';

const LOOK = {
  info: 'border-blue bg-tint',
  done: 'border-good bg-good-tint',
  warning: 'border-warn-edge bg-warn-tint',
};

type Props = { kind?: keyof typeof LOOK; title?: string; children: ReactNode; action?: ReactNode };

/** What happened, what happens next, and when. `done` is read aloud as soon as it stands there. */
export function Notice({ kind = 'info', title, children, action }: Props) {
  return (
    <div
      {...(kind === 'done' && { role: 'status' })}
      className={`mb-6 max-w-[48rem] rounded-md border-l-4 px-6 py-4 ${LOOK[kind]}`}
    >
      {title !== undefined && <p className="font-semibold">{title}</p>}
      <div className="prose">{children}</div>
      {action !== undefined && <div className="mt-3 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
