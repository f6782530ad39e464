import { ButtonLink } from '#components/button';
import { DateField, SelectField, TextField } from '#components/field';
import { LOGGED, type LogFilter } from '#lib/schema/log';
import type { Texts } from '#lib/texts/texts';

/** Narrows the log by kind, record, person and dates. A plain form: its words stand in the address. */
export function Filter({ t, filter }: { t: Texts; filter: LogFilter }) {
  const words = t.log;
  return (
    <form method="get" action="/logg" className="mb-4 flex flex-wrap items-end gap-x-6">
      <SelectField
        name="slag"
        label={words.kind}
        empty={words.anyKind}
        defaultValue={filter.slag ?? ''}
        options={LOGGED.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField name="sak" label={words.record} defaultValue={filter.sak} size={14} />
      <TextField name="person" label={words.person} defaultValue={filter.person} size={14} />
      <DateField name="fra" label={words.from} defaultValue={filter.fra ?? ''} />
      <DateField name="til" label={words.to} defaultValue={filter.til ?? ''} />
      <div className="mb-6 flex gap-2">
        <button className="ds-button" data-variant="primary" type="submit">
          {t.common.button.filter}
        </button>
        <ButtonLink href="/logg" weight="tertiary">
          {t.common.button.clear}
        </ButtonLink>
      </div>
    </form>
  );
}
