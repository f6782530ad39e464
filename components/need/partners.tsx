import { SelectField, TextArea, TextField } from '#components/field';
import { usePathname } from 'next/navigation';
import { useTexts } from '#components/locale';
import { errorAt, type Errors } from '#components/need/words';
import { rowsIn } from '#lib/domain/behovsmelding-draft';
import type { Typing } from '#lib/domain/merge';

type Props = { typed: Typing; errors: Errors; partners: readonly { id: string; name: string }[] };

/** The UH partners, with one empty choice more to add another; an empty choice is no partner. */
export function PartnerFields({ typed, errors, partners }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  // The form may be at any of its steps: the need’s own address is the first part of its path.
  const need = usePathname().split('/').slice(0, 3).join('/');
  const chosen = rowsIn(typed, 'uh').filter((row) => typed[`uh.${row}.organisationId`]?.[0] !== '');
  const rows = rowsIn(typed, 'uh');
  const blank = rows.find((row) => !chosen.includes(row)) ?? ['ny', ...rows.map((_, index) => `ny${String(index + 1)}`)].find((name) => !rows.includes(name)) ?? 'ny';
  const options = partners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <p className="mb-4 max-w-[42rem] text-quiet">{words.help.partners}</p>
      {[...new Set([...rows, blank])].map((row, index) => {
        const [organisation, contact] = [`uh.${row}.organisationId`, `uh.${row}.contact`];
        return (
          <div key={row} className="grid max-w-[42rem] gap-x-8 sm:grid-cols-2">
            <SelectField name={organisation} label={words.partner(index + 1)} options={options} empty={words.noPartner} defaultValue={typed[organisation]?.[0]} error={errorAt(errors, organisation, t)} />
            <TextField name={contact} label={words.partnerContact} note={t.common.form.optional} defaultValue={typed[contact]?.[0]} error={errorAt(errors, contact, t)} />
          </div>
        );
      })}
      {chosen.length > 0 && <p className="mb-6"><a className="ds-link" href={`${need}/partnere`} target="_blank" rel="noreferrer">{t.partners.followNew}</a></p>}
      <TextArea
        name="uhUnsettledReason" label={words.fields.uhUnsettledReason} max={1000} rows={2} defaultValue={typed['uhUnsettledReason']?.[0]}
        note={chosen.length > 0 ? t.common.form.optional : undefined} error={errorAt(errors, 'uhUnsettledReason', t)}
      />
    </>
  );
}
