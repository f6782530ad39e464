'use client';

import { TextArea, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { wholeRequest } from '#lib/domain/behovsmelding/sums';
import type { InnstillingLine } from '#lib/domain/innstilling/innstilling';
import { lineField, type LineField } from '#lib/domain/innstilling/write';
import { formatKroner } from '#lib/domain/money/kroner';

export interface FormNeed {
  id: string;
  number: number;
  title: string;
  ownerName: string;
  regionName: string | null;
  network: number | null;
  uh: number | null;
}

type Props = {
  need: FormNeed;
  line: InnstillingLine | undefined;
  typed: (field: LineField) => string | undefined;
  error: (field: LineField) => string | undefined;
};

/** What the forum says of one need: its priority, the two amounts, the reason and a dissent. */
export function NeedFields({ need, line, typed, error }: Props) {
  const t = useTexts();
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
        {[need.number, need.ownerName, need.regionName].filter((part) => part !== null).join(' · ')}
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
        max={2000}
        defaultValue={typed('reason')}
        error={error('reason')}
      />
      <TextArea
        name={name('dissent')}
        label={words.column.dissent}
        note={t.common.form.optional}
        rows={1}
        max={2000}
        defaultValue={typed('dissent')}
        error={error('dissent')}
      />
    </fieldset>
  );
}
