'use client';

import { useActionState, useMemo, useState, type KeyboardEvent } from 'react';
import { ConfirmButton } from '#components/confirm-button';
import { DataTable } from '#components/data-table';
import { DisabledAction } from '#components/notice';
import { useTexts } from '#components/locale';
import { MissingList } from '#components/missing-list';
import { MoneyInput } from '#components/money-input';
import { NoticeBox } from '#components/notice';
import { SubmitButton } from '#components/submit-button';
import type { Origin } from '#lib/domain/tildeling/allocation';
import type { AllocationRound } from '#lib/domain/tildeling/allocation';
import { total, type Sides } from '#lib/domain/tildeling/tildeling';
import { placeOf } from '#lib/domain/tildeling/split';
import { explainField, explainRefusal } from '#lib/texts/explain';
import { formatAmount } from '#lib/texts/format';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { refusalTexts } from '#lib/texts/browser/refusals';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { save } from './actions';
import { live, placeOfStop, typedBoxes, type AllBoxes, type Boxes } from './amounts';
import { Exceptions } from './exceptions';
import { Figures } from './figures';
import { FormMessages } from './messages';
import { useBudgetCells } from './cells';
import { SplitTag } from './figures';

type Props = {
  round: AllocationRound & { id: string; version: number };
  start: AllBoxes;
  origins: Readonly<Record<string, Sides & Origin>>;
  choice: { method: string | null; last: string; weights: Readonly<Record<string, number>> };
  can: { allocate: boolean; propose: boolean; except: boolean };
};

// The columns of all regions stand under each other.
const WIDTHS =
  '[&_.num_.max-w-44]:max-w-32 lg:[&_table]:table-fixed lg:[&_thead_th]:w-[9%] lg:[&_thead_th:first-child]:w-[21%] lg:[&_thead_th:nth-child(4)]:w-[12%] lg:[&_thead_th:nth-child(5)]:w-[12%] lg:[&_thead_th:nth-child(7)]:w-[12%] lg:[&_thead_th:nth-child(8)]:w-[16%]';

/** Enter and the arrows go up and down the same column, as in a spreadsheet. */
function moveRow(event: KeyboardEvent<HTMLFormElement>) {
  const box = event.target;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(box instanceof HTMLInputElement)) return;
  const column = /\.(network|uh)$/.exec(box.name)?.[0];
  if (column === undefined) return;
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[name$="${column}"]`)];
  const next = boxes[boxes.indexOf(box) + step];
  next?.focus();
  next?.select();
}

/** The round's money: every sum moves with each key, by the rules that proposing is judged by. */
export function Workbench({ round, start, origins, choice, can }: Props) {
  const t = useTexts(commonTexts, errorTexts, refusalTexts, tildelingTexts);
  const words = t.workbench;
  const [state, action] = useActionState(save, null);
  const [boxes, setBoxes] = useState(() => (state === null ? start : typedBoxes(start, state.typed)));
  const [reserve, setReserve] = useState(round.reserve);
  const now = useMemo(() => live(round, boxes, reserve), [round, boxes, reserve]);
  const cells = useBudgetCells();
  const errors = state?.kind === 'invalid' ? state.errors : {};
  const change = (needId: string) => (part: Partial<Boxes>) =>
    setBoxes((all) => ({ ...all, [needId]: { network: null, uh: null, reason: '', ...all[needId], ...part } }));
  const originOf = (needId: string): Origin | null => {
    const given = now.judged.get(needId)?.given;
    const origin = origins[needId];
    return given && origin && given.network === origin.network && given.uh === origin.uh ? origin : null;
  };
  const columns = [
    { key: 'title', header: words.columns.title },
    { key: 'asked', header: words.columns.asked, number: true },
    { key: 'recommended', header: words.columns.recommended, number: true },
    { key: 'network', header: words.columns.network, number: true },
    { key: 'uh', header: words.columns.uh, number: true },
    { key: 'sum', header: words.columns.sum, number: true },
    { key: 'egenandel', header: words.columns.egenandel },
    { key: 'reason', header: words.columns.reason },
  ];
  const labelOf = (path: string): string => {
    const [, needId, field] = path.split('.');
    const title = round.cases.find((one) => one.needId === needId)?.title ?? '';
    return field === 'network'
      ? words.networkFor(title)
      : field === 'uh'
        ? words.uhFor(title)
        : field === 'reason'
          ? words.reasonFor(title)
          : words.reserve;
  };
  const stops = now.stops.map((stop) => ({ href: placeOfStop(stop), text: explainRefusal(stop.refusal, t) }));
  return (
    <>
      <FormMessages state={state} labelOf={labelOf} />
      {state?.kind === 'refused' && state.typed.saved !== undefined && <NoticeBox>{words.savedNotProposed}</NoticeBox>}
      <Figures live={now} budget={round.budget} reserve={reserve} />
      <form action={action} onKeyDown={moveRow}>
        <input type="hidden" name="id" value={round.id} />
        <input type="hidden" name="version" value={state?.typed.version?.[0] ?? round.version} />
        {choice.method !== null && <input type="hidden" name="method" value={choice.method} />}
        <input type="hidden" name="last" value={choice.last} />
        {choice.method !== null &&
          Object.entries(choice.weights).map(([key, weight]) => (
            <input key={key} type="hidden" name={`weights.${key}`} value={weight} />
          ))}
        {now.groups.map((group) => {
          const name = group.name ?? words.noRegion;
          const keys = new Set(group.cases.map((one) => placeOf(round.rules.splitLevel, one).key));
          return (
            <section key={group.key} className={`mb-10 ${WIDTHS}`}>
              <DataTable
                caption={name}
                columns={columns}
                rows={group.cases.map((one) => ({
                  id: one.needId,
                  cells: cells({
                    one,
                    judged: now.judged.get(one.needId),
                    boxes: boxes[one.needId] ?? { network: null, uh: null, reason: '' },
                    origin: originOf(one.needId),
                    rules: round.rules,
                    editable: can.allocate,
                    errors,
                    typed: state?.typed ?? {},
                    onChange: change(one.needId),
                  }),
                }))}
                sums={[
                  {
                    id: 'sum',
                    cells: [
                      words.regionSum(name),
                      formatAmount(group.asked),
                      formatAmount(group.recommended),
                      formatAmount(group.sum.network),
                      formatAmount(group.sum.uh),
                      formatAmount(total(group.sum)),
                      '',
                      '',
                    ],
                  },
                ]}
              />
              {round.rules.splitLevel !== 'round' &&
                now.levels
                  .filter((level) => keys.has(level.sum.key))
                  .map((level) => (
                    <div key={level.sum.key} className="mt-3">
                      {level.sum.behovsmeldingId !== null && <p className="text-sm font-medium">{level.sum.name}</p>}
                      <SplitTag level={level} rules={round.rules} />
                    </div>
                  ))}
            </section>
          );
        })}
        {round.rules.splitLevel === 'round' &&
          now.levels.map((level) => <SplitTag key={level.sum.key} level={level} rules={round.rules} />)}
        {can.allocate && (
          <MoneyInput
            name="reserve"
            label={words.reserve}
            defaultValue={state?.typed.reserve?.[0] ?? reserve}
            error={errors.reserve === undefined ? undefined : explainField(errors.reserve, t)}
            onValue={(value) => setReserve(typeof value === 'number' ? value : 0)}
          />
        )}
        {can.allocate &&
          (stops.length === 0 ? (
            <p className="mb-6 font-medium text-good">{words.nothingStops}</p>
          ) : (
            <div className="mb-6">
              <MissingList t={t} items={stops} title={words.stops(stops.length)} />
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
        levels={now.levels}
        exceptions={round.exceptions}
        can={can.except}
        required={round.rules.splitEnforcement === 'require'}
        cases={round.cases}
      />
    </>
  );
}
