import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';

const LOOK = {
  info: 'border-blue bg-tint',
  done: 'border-good bg-good-tint',
  warning: 'border-warn-edge bg-warn-tint',
};

type NoticeProps = { kind?: keyof typeof LOOK; title?: string; children: ReactNode; action?: ReactNode };

/** What happened, what happens next, and when. `done` is read aloud as soon as it stands there. */
export function NoticeBox({ kind = 'info', title, children, action }: NoticeProps) {
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

/** Nothing here yet: what will be here, how it comes, and what one may do now. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="max-w-[48rem] rounded-md bg-mist px-6 py-8">
      <p className="text-lg font-semibold">{title}</p>
      <div className="prose mt-2 text-quiet">{children}</div>
      {action !== undefined && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}

/** Help folded to one line: `title` asks what the reader may wonder, the content answers. */
export function Help({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold text-sm">
      <summary>{title}</summary>
      <div className="prose mt-1 mb-2 border-l-2 border-sky py-1 pl-4">{children}</div>
    </details>
  );
}

type DisabledActionProps = {
  id: string;
  label: string;
  /** Why not now, and what would make it possible, with the numbers in it. */
  reason: ReactNode;
};

/** What is not possible now stands there all the same, with its reason beside it. */
export function DisabledAction({ id, label, reason }: DisabledActionProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <button type="button" className="ds-button not-now" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      <p id={id} className="min-w-0 max-w-[48ch] flex-1 basis-64 text-sm">
        {reason}
      </p>
    </div>
  );
}

type RefusalProps = {
  t: Pick<Texts, 'common'>;
  /** The rule in words, with the numbers in it. */
  children: ReactNode;
  title?: string;
  /** The kroner that would make it right. */
  missing?: number;
  source?: ReactNode;
  /** What one can do: go to the place, or ask for dispensation. */
  action?: ReactNode;
};

/** A rule says no: which, by how much, where the rule stands, and what one can do about it. */
export function RefusalBox({ t, children, title, missing, source, action }: RefusalProps) {
  const words = t.common.refusal;
  return (
    <section role="alert" className="mb-6 max-w-[48rem] rounded-md border-l-4 border-warn-edge bg-warn-tint px-6 py-5">
      <h2 className="text-lg font-semibold">{title ?? words.title}</h2>
      <div className="prose mt-1">{children}</div>
      {missing !== undefined && (
        <p className="mt-2">
          {words.shortBy} <strong className="num">{formatKroner(missing)}</strong>
        </p>
      )}
      {source !== undefined && (
        <p className="mt-2 text-sm text-quiet">
          {words.rule} {source}
        </p>
      )}
      {action !== undefined && <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </section>
  );
}
