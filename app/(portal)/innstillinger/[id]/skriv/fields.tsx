'use client';

import { ShareBar } from '#components/charts';
import { TextArea, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { Money, MoneyLine, MoneyPanel } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import {
  type InnstillingLine,
  regionSums,
  type SentBehovsmelding,
  sumRecommended,
} from '#lib/domain/innstilling/innstilling';
import { INNSTILLING_FORM, lineField, type LineField } from '#lib/domain/innstilling/form';
import type { SplitKey } from '#lib/domain/money/fordeling';
import { formatKroner } from '#lib/domain/money/kroner';
import { commonTexts } from '#lib/texts/browser/common';
import { innstillingTexts } from '#lib/texts/browser/innstilling';

/** What is told of a need beside its title and amounts, where it is shown. */
export interface ShownBehovsmelding {
  readonly number: number;
  readonly ownerName: string;
}

type NeedFieldsProps = {
  need: SentBehovsmelding;
  shown: ShownBehovsmelding | undefined;
  line: InnstillingLine | undefined;
  typed: (field: LineField) => string | undefined;
  error: (field: LineField) => string | undefined;
};

/** What the forum says of one need: its priority, the two amounts, the reason and a dissent. */
export function ForumLineFields({ need, shown, line, typed, error }: NeedFieldsProps) {
  const t = useTexts(commonTexts, innstillingTexts);
  const words = t.innstilling;
  const kroner = (amount: number | null) => (amount === null ? t.common.money.missing : formatKroner(amount));
  const name = (field: LineField) => lineField(field, need.id);
  return (
    <fieldset className="mb-8 border-t border-line pt-4">
      <legend className="float-left mb-1 w-full text-lg font-semibold">
        <a className="ds-link" href={`/behovsmeldinger/${need.id}`} target="_blank" rel="noreferrer">
          {need.title}
          <span className="ds-sr-only"> {words.newTab}</span>
        </a>
      </legend>
      <p className="clear-both text-quiet">
        {[shown?.number, shown?.ownerName, need.regionName].filter((part) => part != null).join(' · ')}
      </p>
      <p className="mb-3 text-sm tabular-nums">
        {words.askedOf(kroner(need.network), kroner(need.uh), kroner(wholeRequest(need)))}
      </p>
      <input type="hidden" name="needId" value={need.id} />
      <div className="flex flex-wrap gap-x-6">
        <TextField
          kind="text"
          name={name('priority')}
          label={words.column.priority}
          size={4}
          defaultValue={typed('priority')}
          error={error('priority')}
          input={{ inputMode: 'numeric', autoComplete: 'off' }}
        />
        {(['network', 'uh'] as const).map((side) => (
          <MoneyInput
            key={side}
            name={name(side)}
            label={words.column[side]}
            defaultValue={line?.[side] ?? typed(side) ?? null}
            error={error(side)}
          />
        ))}
      </div>
      <TextArea
        name={name('reason')}
        label={words.column.reason}
        description={words.reasonHelp}
        rows={2}
        max={INNSTILLING_FORM.lines.of.reason.max}
        defaultValue={typed('reason')}
        error={error('reason')}
      />
      <TextArea
        name={name('dissent')}
        label={words.column.dissent}
        note={t.common.form.optional}
        rows={1}
        max={INNSTILLING_FORM.lines.of.dissent.max}
        defaultValue={typed('dissent')}
        error={error('dissent')}
      />
    </fieldset>
  );
}

type LiveSumsProps = {
  needs: readonly SentBehovsmelding[];
  lines: readonly InnstillingLine[];
  frame: number | null;
  splitKey: SplitKey;
};

/** The sum against the budget and each region against the key, counted anew as one types. */
export function InnstillingSums({ needs, lines, frame, splitKey }: LiveSumsProps) {
  const t = useTexts(commonTexts, innstillingTexts);
  const words = t.innstilling;
  const { network, uh, total, open } = sumRecommended(lines);
  const left = frame === null ? null : frame - total;
  return (
    <MoneyPanel title={words.sums} summary={<Money t={t} kroner={total} unit />}>
      {frame !== null && (
        <MoneyLine label={words.budget}>
          <Money t={t} kroner={frame} unit />
        </MoneyLine>
      )}
      <MoneyLine label={words.recommended}>
        <Money t={t} kroner={total} unit />
      </MoneyLine>
      {left !== null && (
        <MoneyLine label={words.left} strong>
          {left < 0 ? (
            <span className="num text-bad">{words.overBudget(formatKroner(-left))}</span>
          ) : (
            <Money t={t} kroner={left} unit />
          )}
        </MoneyLine>
      )}
      {open > 0 && <p className="py-1 text-sm text-quiet">{words.open(open)}</p>}
      <ShareBar t={t} network={network} uh={uh} uhAtLeast={splitKey.uh} />
      <h3 className="mt-4 font-semibold">{words.regions}</h3>
      <p className="text-sm text-quiet">{words.regionsHelp}</p>
      <ul className="mt-2 grid gap-2 text-sm">
        {regionSums(needs, lines, splitKey).map((region) => (
          <li key={region.regionId ?? region.name} className="flex flex-wrap justify-between gap-x-4">
            <span>{region.name}</span>
            <span className="num">{formatKroner(region.total)}</span>
            <span className={region.split.status === 'uh-short' ? 'w-full text-bad' : 'w-full text-quiet'}>
              {region.split.status === 'uh-short'
                ? words.split['uh-short'](formatKroner(region.split.missing ?? 0))
                : words.split[region.split.status]}
            </span>
          </li>
        ))}
      </ul>
    </MoneyPanel>
  );
}
