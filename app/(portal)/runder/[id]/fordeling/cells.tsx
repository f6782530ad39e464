'use client';

import type { ReactNode } from 'react';
import Link from 'next/link';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { TildelingTag } from '#components/state-tag';
import { Why } from '#components/why';
import type { FieldErrors } from '#lib/domain/outcome';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { TildelingState } from '#lib/domain/states';
import { type Judged, type Sides, total } from '#lib/domain/tildeling/tildeling';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { explainField } from '#lib/texts/explain';
import { EgenandelTag } from './figures';
import { fieldName, type TypedFields, type WorkLine } from './lines';

/** What is told of a need beside its amounts, where it is shown. */
export interface ShownLine {
  readonly ownerName: string;
  readonly reason: string;
  readonly priority: number | null;
  readonly tildeling: { readonly id: string; readonly state: TildelingState; readonly returnComment: string } | null;
  /** How an amount came to be, in words; it is told while the amount stands. */
  readonly origin: (Sides & { readonly words: string; readonly method: string | null }) | null;
}

type Props = {
  line: WorkLine;
  shown: ShownLine;
  judged: Judged | undefined;
  rules: RuleSet;
  editable: boolean;
  errors: FieldErrors;
  typed: TypedFields;
};

/** The cells of one need: what it asks, is recommended and is given, with the boxes to change it. */
export function useBudgetCells(): (props: Props) => ReactNode[] {
  const t = useTexts(commonTexts, errorTexts, tildelingTexts);
  const words = t.workbench;
  return ({ line, shown, judged, rules, editable, errors, typed }) => {
    const { needId, title, recommended, start } = line;
    const { tildeling, priority } = shown;
    const field = (name: 'network' | 'uh' | 'reason') => {
      const path = fieldName(needId, name);
      const code = errors[path];
      return { name: path, error: code === undefined ? undefined : explainField(code, t), text: typed[path] };
    };
    const open = editable && line.open;
    const box = (side: 'network' | 'uh', label: string) => {
      if (!open) return <Money t={t} kroner={judged?.given[side] ?? null} missing="–" />;
      const { name, error, text } = field(side);
      return <MoneyInput bare name={name} label={label} defaultValue={text ?? start[side]} error={error} />;
    };
    const given = judged?.given;
    const origin =
      given !== undefined && given.network === shown.origin?.network && given.uh === shown.origin.uh
        ? shown.origin
        : null;
    const { text, ...reason } = field('reason');
    return [
      <div key="title" className="min-w-0">
        <Link className="ds-link" href={`/behovsmeldinger/${needId}`}>
          {title}
        </Link>
        <p className="text-sm font-normal text-quiet">
          {priority === null ? shown.ownerName : `${shown.ownerName} · ${words.priority(priority)}`}
        </p>
        {tildeling !== null && tildeling.state !== 'draft' && (
          <p className="mt-1 text-sm">
            <Link href={`/tildelinger/${tildeling.id}`}>
              <TildelingTag state={tildeling.state} t={t} />
            </Link>
          </p>
        )}
        {tildeling !== null && tildeling.state === 'draft' && tildeling.returnComment !== '' && (
          <p className="mt-1 text-sm font-medium text-warn">{words.returned(tildeling.returnComment)}</p>
        )}
      </div>,
      <Money key="asked" t={t} kroner={total(line.asked)} />,
      <Money key="recommended" t={t} kroner={recommended === null ? null : total(recommended)} missing="–" />,
      box('network', words.networkFor(title)),
      box('uh', words.uhFor(title)),
      <div key="sum">
        <Money t={t} kroner={given === undefined ? null : total(given)} missing="–" />
        {origin !== null && (
          <Why t={t} about={title} formula={origin.words} {...(origin.method !== null && { source: origin.method })} />
        )}
      </div>,
      judged === undefined ? null : <EgenandelTag key="egenandel" one={judged} rules={rules} />,
      open ? (
        <div key="reason" className="[&_textarea]:w-full [&_textarea]:min-w-40">
          <TextArea bare {...reason} label={words.reasonFor(title)} rows={1} defaultValue={text ?? start.reason} />
        </div>
      ) : (
        <span key="reason" className="text-sm">
          {start.reason}
        </span>
      ),
    ];
  };
}
