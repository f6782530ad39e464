import { FieldErrorText, SelectField, TextField } from '#components/field';
import { usePathname } from 'next/navigation';
import { useTexts } from '#components/locale';
import { AnswerTag } from './partners-read';
import { Long, type TextProps } from './long';
import { errorAt, type Errors } from './words';
import { AtField } from '#components/saving/at-field';
import type { Behovsmelding, BehovsmeldingUh } from '#lib/domain/behovsmelding/behovsmelding';
import { rowsIn } from '#lib/domain/behovsmelding/draft';
import { answerOf, hasOwnPart } from '#lib/domain/behovsmelding/uh';
import type { Typing } from '#lib/domain/form/merge';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';

type Need = Pick<Behovsmelding, 'state' | 'uh' | 'lines'>;
type Props = TextProps & { partners: readonly { id: string; name: string }[]; need: Need; mayShare: boolean };

/**
 * The UH partners, with one empty choice more to add another; an empty choice is no partner. One that has a part of
 * its own stays, and is followed elsewhere.
 */
export function PartnerFields({ partners, need, mayShare, ...text }: Props) {
  const { typed, errors } = text;
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  // The form may be at any of its steps: the need’s own address is the first part of its path.
  const page = usePathname().split('/').slice(0, 3).join('/');
  const chosen = rowsIn(typed, 'uh').filter((row) => typed[`uh.${row}.organisationId`]?.[0] !== '');
  const rows = rowsIn(typed, 'uh');
  const blank =
    rows.find((row) => !chosen.includes(row)) ??
    ['ny', ...rows.map((_, index) => `ny${String(index + 1)}`)].find((name) => !rows.includes(name)) ??
    'ny';
  const options = partners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <p id="uh" tabIndex={-1} className="mb-4 max-w-[42rem] text-quiet">
        {words.help.partners}
      </p>
      {[...new Set([...rows, blank])].map((row, index) => {
        const uh = need.uh.find(({ organisationId }) => organisationId === row);
        if (uh !== undefined && hasOwnPart(uh, need.lines))
          return (
            <FixedPartner
              key={row}
              label={words.partner(index + 1)}
              uh={uh}
              need={need}
              typed={typed}
              errors={errors}
            />
          );
        const [organisation, contact] = [`uh.${row}.organisationId`, `uh.${row}.contact`];
        return (
          <div key={row} className="grid max-w-[42rem] gap-x-8 sm:grid-cols-2">
            <SelectField
              name={organisation}
              label={words.partner(index + 1)}
              options={options}
              empty={words.noPartner}
              defaultValue={typed[organisation]?.[0]}
              error={errorAt(errors, organisation, t)}
              description={uh !== undefined && <AnswerTag answer={answerOf(uh, need)} t={t} />}
            />
            <TextField
              name={contact}
              label={words.partnerContact}
              note={t.common.form.optional}
              defaultValue={typed[contact]?.[0]}
              error={errorAt(errors, contact, t)}
            />
          </div>
        );
      })}
      {chosen.length > 0 &&
        (mayShare ? (
          <p className="mb-6">
            <a className="ds-link" href={`${page}/partnere`} target="_blank" rel="noreferrer">
              {t.behovsmelding.followNew}
            </a>
          </p>
        ) : (
          <p className="mb-6 text-sm text-quiet">{t.behovsmelding.followOnly}</p>
        ))}
      <Long {...text} name="uhUnsettledReason" rows={2} optional={chosen.length > 0} />
    </>
  );
}

/**
 * A partner that the form keeps: who it is and what it has answered. Whom to talk to is the owner's to write until
 * the UH has confirmed.
 */
function FixedPartner({
  label,
  uh,
  need,
  typed,
  errors,
}: {
  label: string;
  uh: BehovsmeldingUh;
  need: Need;
  typed: Typing;
  errors: Errors;
}) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const [organisation, contact] = [`uh.${uh.organisationId}.organisationId`, `uh.${uh.organisationId}.contact`];
  const value = typed[contact]?.[0] ?? '';
  return (
    <div
      id={organisation}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className="mb-6 max-w-[42rem] rounded-md border border-line px-4 pt-3"
    >
      <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-medium break-words">{uh.name}</span> <AnswerTag answer={answerOf(uh, need)} t={t} />
      </p>
      <FieldErrorText id={organisation} error={errorAt(errors, organisation, t)} />
      <AtField id={organisation} />
      <input type="hidden" name={organisation} value={uh.organisationId} />
      {uh.confirmedAt === null ? (
        <TextField
          name={contact}
          label={t.behovsmelding.partnerContact}
          note={t.common.form.optional}
          defaultValue={value}
          error={errorAt(errors, contact, t)}
        />
      ) : (
        <p className="mb-3">
          {t.behovsmelding.partnerContact}: {uh.contact}
          <input type="hidden" name={contact} value={value} />
        </p>
      )}
    </div>
  );
}
