'use client';

import type { ReactNode } from 'react';
import Link from 'next/link';
import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { TildelingTag } from '#components/state-tag';
import { Why } from '#components/why';
import { isOpen } from '#lib/domain/tildeling/allocation';
import type { Origin } from '#lib/domain/tildeling/allocation';
import type { RuleSet } from '#lib/domain/setup/rules';
import { askedOf, total, type Judged, type RoundCase } from '#lib/domain/tildeling/tildeling';
import { explainField } from '#lib/texts/explain';
import type { FieldErrors } from '#lib/domain/outcome';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import type { Boxes } from './amounts';
import { EgenandelTag } from './figures';
import { methodName, reasonWords } from './suggest-form';

type Props = {
  one: RoundCase;
  judged: Judged | undefined;
  boxes: Boxes;
  origin: Origin | null;
  rules: RuleSet;
  editable: boolean;
  errors: FieldErrors;
  typed: Readonly<Record<string, readonly string[]>>;
  onChange: (change: Partial<Boxes>) => void;
};

/** The cells of one need: what it asks, is recommended and is given, with the boxes to change it. */
export function useBudgetCells(): (props: Props) => ReactNode[] {
  const t = useTexts(commonTexts, errorTexts, tildelingTexts);
  const words = t.workbench;
  return ({ one, judged, boxes, origin, rules, editable, errors, typed, onChange }) => {
    const { needId, title, tildeling } = one;
    const name = (field: string) => `rows.${needId}.${field}`;
    const error = (field: string) => {
      const code = errors[name(field)];
      return code === undefined ? undefined : explainField(code, t);
    };
    const set = (field: 'network' | 'uh') => (value: number | null | 'invalid') =>
      onChange({ [field]: value === 'invalid' ? null : value });
    const open = editable && isOpen(one);
    const box = (field: 'network' | 'uh', label: string) =>
      open ? (
        <MoneyInput
          bare
          name={name(field)}
          label={label}
          defaultValue={typed[name(field)]?.[0] ?? boxes[field]}
          error={error(field)}
          onValue={set(field)}
        />
      ) : (
        <Money t={t} kroner={judged?.given[field] ?? null} missing="–" />
      );
    return [
      <div key="title" className="min-w-0">
        <Link className="ds-link" href={`/behovsmeldinger/${needId}`}>
          {title}
        </Link>
        <p className="text-sm font-normal text-quiet">
          {one.ownerName}
          {one.priority !== null && ` · ${words.priority(one.priority)}`}
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
      <Money key="asked" t={t} kroner={total(askedOf(one.lines))} />,
      <Money key="recommended" t={t} kroner={one.recommended === null ? null : total(one.recommended)} missing="–" />,
      box('network', words.networkFor(title)),
      box('uh', words.uhFor(title)),
      <div key="sum">
        <Money t={t} kroner={judged === undefined ? null : total(judged.given)} missing="–" />
        {origin !== null && judged !== undefined && (
          <Why
            t={t}
            about={title}
            formula={reasonWords(origin, t)}
            {...(methodName(origin.method, t) !== null && { source: methodName(origin.method, t) })}
          />
        )}
      </div>,
      judged === undefined ? null : <EgenandelTag key="egenandel" one={judged} rules={rules} />,
      open ? (
        <div key="reason" className="[&_textarea]:w-full [&_textarea]:min-w-40">
          <TextArea
            bare
            name={name('reason')}
            label={words.reasonFor(title)}
            rows={1}
            defaultValue={typed[name('reason')]?.[0] ?? boxes.reason}
            error={error('reason')}
            area={{ onChange: (event) => onChange({ reason: event.target.value.trim() }) }}
          />
        </div>
      ) : (
        <span key="reason" className="text-sm">
          {tildeling?.reason}
        </span>
      ),
    ];
  };
}
