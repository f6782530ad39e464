'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '#components/locale';
import type { FormWords } from '#components/saving/at-field';
import type { Saving } from '#components/saving/use-saving';
import { formatTime } from '#lib/texts/format';
import { formTexts } from '#lib/texts/browser/form';

type Props = { saving: Saving; words: FormWords; isLoud?: boolean };

/** One line that stays in sight: whether what is typed is saved, and who else writes here. */
export function SavingLine({ saving: { now, saver, saidSaved }, words }: Props) {
  const t = useTexts(formTexts).saving;
  const { standing, savedAt, others, sync } = now;
  const wrong = Object.keys(sync.wrong).length;
  const clashes = Object.keys(sync.clashes);
  const said = {
    unchanged: t.always,
    changed: t.changed,
    saving: t.saving,
    saved: savedAt === null ? t.always : t.saved(formatTime(savedAt).replace('.', ':')),
    waiting: t.waiting,
    'signed-out': t.signedOut,
    'too-large': t.tooLarge,
    closed: t.closed,
  }[standing];
  const help: Partial<Record<typeof standing, string>> = {
    waiting: t.waitingHelp,
    'signed-out': t.signedOutHelp,
    closed: t.closedHelp,
  };
  const stuck = saver.isStuck;
  const problem = [
    stuck ? `${said} ${help[standing] ?? ''}` : '',
    wrong > 0 ? t.wrong(wrong) : '',
    ...clashes.map((field) => `${t.clashTitle}: ${words.labelOf(field)}`),
  ]
    .filter((part) => part !== '')
    .join('. ');
  return (
    <section
      aria-label={t.label}
      className={`no-print sticky top-0 z-20 mb-6 border-b border-line px-1 py-2 text-sm ${stuck ? 'bg-warn-tint' : 'bg-paper'}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p className={stuck ? 'font-medium text-warn' : 'with-script text-quiet'}>
          <Mark is={stuck ? 'stopped' : standing === 'saved' || standing === 'unchanged' ? 'safe' : 'moving'} /> {said}
        </p>
        {saidSaved && standing === 'saved' && <p>{t.kept}</p>}
        {help[standing] !== undefined && <p>{help[standing]}</p>}
        {standing === 'signed-out' && (
          <a
            className="ds-link"
            href={`/logg-inn?til=${encodeURIComponent(typeof location === 'undefined' ? '/forside' : location.pathname)}`}
            target="_blank"
            rel="noreferrer"
          >
            {t.signIn}
          </a>
        )}
        {standing === 'waiting' && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            onClick={() => void saver.again()}
          >
            {t.tryNow}
          </button>
        )}
        {wrong > 0 && <Links text={t.wrong(wrong)} fields={Object.keys(sync.wrong)} words={words} />}
        {clashes.length > 0 && <Links text={t.clashTitle} fields={clashes} words={words} />}
        {others.map(({ name, field }) => (
          <p key={name} className="text-navy">
            {field === null ? t.isHere(name) : t.writes(name, words.labelOf(field))}
          </p>
        ))}
      </div>
      {/* Read aloud when something must be done, never for each save. */}
      <p role="status" className="ds-sr-only">
        {problem}
      </p>
    </section>
  );
}

function Links({ text, fields, words }: { text: string; fields: readonly string[]; words: FormWords }): ReactNode {
  return (
    <p className="font-medium text-warn">
      {text}:{' '}
      {fields.map((field, index) => (
        <span key={field}>
          {index > 0 && ', '}
          <To href={words.hrefOf?.(field)} id={words.idOf(field)}>
            {words.labelOf(field)}
          </To>
        </span>
      ))}
    </p>
  );
}

function To({ href, id, children }: { href: string | undefined; id: string; children: string }) {
  const look = { className: 'ds-link', 'data-color': 'neutral' };
  return href === undefined ? (
    <a {...look} href={`#${id}`}>
      {children}
    </a>
  ) : (
    <Link {...look} href={href}>
      {children}
    </Link>
  );
}

const SHAPE = { safe: 'M3 8.5l3.3 3.3L13 5', moving: 'M4 8h.01M8 8h.01M12 8h.01', stopped: 'M8 3v6.5M8 12.5h.01' };

function Mark({ is }: { is: keyof typeof SHAPE }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="inline align-[-0.15em]">
      <path
        d={SHAPE[is]}
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        className={is === 'safe' ? 'stroke-good' : is === 'stopped' ? 'stroke-warn' : 'stroke-quiet'}
      />
    </svg>
  );
}
