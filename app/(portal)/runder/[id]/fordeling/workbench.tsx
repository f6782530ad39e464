'use client';

import { useActionState, useMemo, useState, type InputEvent, type KeyboardEvent } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { useTexts } from '#components/locale';
import { MissingList } from '#components/missing-list';
import { MoneyInput } from '#components/money-input';
import { DisabledAction, NoticeBox } from '#components/notice';
import { NextPart, PartLinks } from '#components/part-links';
import { SubmitButton } from '#components/submit-button';
import { partsOf } from '#lib/domain/round/parts';
import type { Terms } from '#lib/domain/tildeling/judge';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { partsTexts } from '#lib/texts/browser/parts';
import { refusalTexts } from '#lib/texts/browser/refusals';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { explainField, explainRefusal } from '#lib/texts/explain';
import type { FormState } from '../../../../answer';
import { save } from '../../actions';
import { live, partsByKey, placeOfStop } from './amounts';
import type { ShownLine } from './cells';
import { Exceptions } from './exceptions';
import { Figures, SplitTag } from './figures';
import { boxesOf, fieldName, FIELDS, type Packed, type TypedFields, unpack } from './lines';
import { FormMessages } from './messages';
import { partNames, PartTables } from './parts';

type Props = {
  round: Terms & { id: string; version: number };
  packed: Packed;
  /** The part that is shown, from 0, and what is told of its needs. */
  part: number;
  shown: Readonly<Record<string, ShownLine>>;
  /** The address of each part, but for its number. */
  href: string;
  choice: { method: string | null; last: string; weights: Readonly<Record<string, number>> };
  can: { allocate: boolean; propose: boolean; except: boolean };
  /** Whether one comes from saving: what was typed is then what is stored. */
  saved: boolean;
};

/** Enter and the arrows go up and down the same column, as in a spreadsheet. */
function moveRow(event: KeyboardEvent<HTMLFormElement>) {
  const box = event.target;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(box instanceof HTMLInputElement)) return;
  const column = /\.(network|uh)$/.exec(box.name)?.[0];
  if (column === undefined) return;
  event.preventDefault();
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>(`input:not([type=hidden])[name$="${column}"]`),
  ];
  const next = boxes[boxes.indexOf(box) + step];
  next?.focus();
  next?.select();
}

/** The fields that are kept with the one that changed: a need's row is kept whole. */
function changed({ target, currentTarget }: InputEvent<HTMLFormElement>): TypedFields {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return {};
  const needId = /^rows\.([^.]+)\./.exec(target.name)?.[1];
  const names = needId === undefined ? [target.name] : FIELDS.map((field) => fieldName(needId, field));
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = currentTarget.elements.namedItem(name);
      return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? [[name, field.value]] : [];
    }),
  );
}

const typedIn = (state: FormState): TypedFields =>
  Object.fromEntries(
    Object.entries(state?.typed ?? {}).flatMap(([name, [text]]) =>
      text !== undefined && (name === 'reserve' || name.startsWith('rows.')) ? [[name, text]] : [],
    ),
  );

/**
 * What is typed in the whole round, whichever part is shown, and the version it is typed upon. It is let go when it is
 * saved; when another has saved meanwhile it is kept, and saving it is then a conflict.
 */
function useTyped(state: FormState, version: number, saved: boolean) {
  const answered = Number(state?.typed.version?.[0] ?? 0);
  const [held, setHeld] = useState(() => ({ version: answered === 0 ? version : answered, typed: typedIn(state) }));
  // Saved, but what should come after was refused: one goes on from what was saved.
  if (state?.typed.saved !== undefined && answered > held.version) setHeld({ ...held, version: answered });
  else if (version > held.version && (saved || Object.keys(held.typed).length === 0)) setHeld({ version, typed: {} });
  const type = (more: TypedFields) => setHeld((was) => ({ ...was, typed: { ...was.typed, ...more } }));
  // An answer to what has been saved since is about nothing any more.
  return { ...held, type, answer: answered < held.version ? null : state };
}

/** The round's money: every sum moves with each key, by the rules that proposing is judged by. */
export function Workbench({ round, packed, part, shown, href, choice, can, saved }: Props) {
  const t = useTexts(commonTexts, errorTexts, partsTexts, refusalTexts, tildelingTexts);
  const words = t.workbench;
  const [state, action] = useActionState(save, null);
  const { version, typed, type, answer } = useTyped(state, round.version, saved);
  const lines = useMemo(() => unpack(packed, shown), [packed, shown]);
  const parts = useMemo(() => partsOf(lines), [lines]);
  const places = useMemo(() => partsByKey(parts, round.rules.splitLevel), [parts, round.rules.splitLevel]);
  const now = useMemo(() => live(round, lines, typed), [round, lines, typed]);
  const errors = answer?.kind === 'invalid' ? answer.errors : {};
  const titles = useMemo(() => new Map(lines.map(({ needId, title }) => [needId, title])), [lines]);
  const isHere = (key: string): boolean => places.get(key)?.has(part) ?? true;
  const address = (index: number, place = '') => `${href}del=${String(index + 1)}${place}`;
  const labelOf = (path: string): string => {
    const [, needId = '', field] = path.split('.');
    const title = titles.get(needId) ?? '';
    return field === 'network'
      ? words.networkFor(title)
      : field === 'uh'
        ? words.uhFor(title)
        : field === 'reason'
          ? words.reasonFor(title)
          : words.reserve;
  };
  const hrefOf = (path: string): string | undefined => {
    const key = path.split('.')[1] ?? '';
    return isHere(key) ? undefined : address([...(places.get(key) ?? [])][0] ?? 0, `#${path}`);
  };
  const here = now.stops.filter(({ key }) => isHere(key));
  const elsewhere = parts.map(
    (_, index) => now.stops.filter(({ key }) => !isHere(key) && [...(places.get(key) ?? [])][0] === index).length,
  );
  const stops = [
    ...here.map((stop) => ({ href: placeOfStop(stop), text: explainRefusal(stop.refusal, t) })),
    ...elsewhere.flatMap((count, index) =>
      count === 0 ? [] : [{ href: address(index, '#deler'), text: words.parts.stops(count, index + 1) }],
    ),
  ];
  const kept = lines.filter(
    ({ needId, open }) => open && !isHere(needId) && typed[fieldName(needId, 'network')] !== undefined,
  );
  const levels = now.levels.filter(({ sum }) => isHere(sum.key));
  const names = partNames(parts, t);
  return (
    <>
      <FormMessages state={answer} labelOf={labelOf} hrefOf={hrefOf} />
      {answer?.kind === 'refused' && answer.typed.saved !== undefined && (
        <NoticeBox>{words.savedNotProposed}</NoticeBox>
      )}
      <div role="status">
        {round.version > version && answer === null && <NoticeBox kind="warning">{words.conflict}</NoticeBox>}
      </div>
      <Figures live={now} budget={round.budget} />
      <PartLinks links={names.map((text, index) => ({ text, href: address(index) }))} current={part}>
        <div role="status">
          {kept.length > 0 && <p className="mt-2 text-sm text-quiet">{words.parts.kept(kept.length)}</p>}
        </div>
        <noscript>
          <p className="mt-2 text-sm text-quiet">{t.parts.saveFirst}</p>
        </noscript>
      </PartLinks>
      <form
        key={`${String(version)}.${String(part)}`}
        action={action}
        onKeyDown={moveRow}
        onInput={(event) => type(changed(event))}
      >
        <input type="hidden" name="id" value={round.id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="part" value={part + 1} />
        {choice.method !== null && <input type="hidden" name="method" value={choice.method} />}
        <input type="hidden" name="last" value={choice.last} />
        {choice.method !== null &&
          Object.entries(choice.weights).map(([key, weight]) => (
            <input key={key} type="hidden" name={`weights.${key}`} value={weight} />
          ))}
        {/* What is typed in other parts is saved with this one. */}
        {kept.flatMap((line) =>
          FIELDS.map((field) => {
            const name = fieldName(line.needId, field);
            return (
              <input key={name} type="hidden" name={name} value={typed[name] ?? boxesOf(line, typed)[field] ?? ''} />
            );
          }),
        )}
        <PartTables
          {...{ chunks: parts[part] ?? [], shown, live: now, rules: round.rules, errors, typed }}
          editable={can.allocate}
        />
        {part + 1 < parts.length && <NextPart href={address(part + 1, '#deler')} />}
        {round.rules.splitLevel === 'round' &&
          now.levels.map((level) => <SplitTag key={level.sum.key} level={level} rules={round.rules} />)}
        {can.allocate && (
          <MoneyInput
            name="reserve"
            label={words.reserve}
            defaultValue={typed.reserve ?? round.reserve}
            error={errors.reserve === undefined ? undefined : explainField(errors.reserve, t)}
          />
        )}
        {can.allocate &&
          (stops.length === 0 ? (
            <p className="mb-6 font-medium text-good">{words.nothingStops}</p>
          ) : (
            <div className="mb-6">
              <MissingList t={t} items={stops} title={words.stops(now.stops.length)} />
            </div>
          ))}
        {can.allocate ? (
          <div className="flex flex-wrap gap-3">
            <SubmitButton weight={can.propose && stops.length === 0 ? 'secondary' : 'primary'}>
              {words.save}
            </SubmitButton>
            {can.propose && (
              <ConfirmButton
                label={words.savePropose}
                title={words.proposeTitle}
                name="then"
                value="propose"
                weight={stops.length === 0 ? 'primary' : 'secondary'}
              >
                <p>{words.proposeText}</p>
              </ConfirmButton>
            )}
          </div>
        ) : (
          <DisabledAction id="ikke-na" label={words.save} reason={words.notNow} />
        )}
      </form>
      <Exceptions
        roundId={round.id}
        part={part}
        levels={levels}
        exceptions={round.exceptions}
        can={can.except}
        required={round.rules.splitEnforcement === 'require'}
        cases={lines}
      />
    </>
  );
}
