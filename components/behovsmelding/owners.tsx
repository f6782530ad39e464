import { ChoiceGroup } from '#components/choice-group';
import { useTexts } from '#components/locale';
import { NoticeBox } from '#components/notice';
import { StateTag } from '#components/state-tag';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { unconfirmedOwners } from '#lib/domain/behovsmelding/owners';
import type { Typing } from '#lib/domain/form/merge';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { errorAt, type Errors } from './words';

/** Who sent a need for whom, and which owners have not yet said that they stand behind it. */
export function OwnersAnswer({ t, need }: { t: Texts; need: Behovsmelding }) {
  const words = t.partners;
  const names = unconfirmedOwners(need);
  const sent =
    need.state !== 'draft' && need.delegatedTo !== null && need.submittedByName !== null
      ? words.sentFor(need.submittedByName, need.ownerName, need.delegatedTo)
      : null;
  const confirmed =
    need.ownerConfirmedAt === null || need.ownerConfirmedByName === null
      ? null
      : words.ownerConfirmed(need.ownerConfirmedByName, formatDate(need.ownerConfirmedAt));
  const objections = [
    ...(need.ownerObjection === '' ? [] : [{ name: need.ownerName, text: need.ownerObjection }]),
    ...need.parties
      .filter(({ objection }) => objection !== '')
      .map(({ name, objection }) => ({ name, text: objection })),
  ];
  return (
    <>
      {(sent !== null || names.length > 0) && (
        <NoticeBox
          kind={names.length > 0 ? 'warning' : 'info'}
          {...(names.length > 0 && { title: words.notConfirmed })}
        >
          {sent !== null && <p>{sent}</p>}
          {names.length > 0 && <p>{words.notConfirmedText(names.join(', '))}</p>}
          {confirmed !== null && <p>{confirmed}</p>}
        </NoticeBox>
      )}
      {objections.map(({ name, text }) => (
        <NoticeBox key={name} kind="warning" title={words.objection(name)}>
          <p className="break-words whitespace-pre-line">{text}</p>
        </NoticeBox>
      ))}
    </>
  );
}

/** The other owners a need is on behalf of, each with its answer once it is sent. */
export function BehovsmeldingParties({ t, need }: { t: Texts; need: Behovsmelding }) {
  const words = t.partners;
  if (need.parties.length === 0 || need.state === 'draft') return null;
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-xl font-semibold">{words.partiesTitle}</h2>
      <ul className="grid gap-2">
        {need.parties.map((party) => (
          <li key={party.organisationId} className="flex flex-wrap items-center gap-x-3">
            {party.name}
            {party.confirmedAt !== null && <StateTag tone="success">{words.desk.owner.confirmed}</StateTag>}
            {party.confirmedAt === null && <StateTag tone="warning">{words.desk.owner.waiting}</StateTag>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Owner = { id: string; name: string; near: boolean };
type Props = { typed: Typing; errors: Errors; owners: readonly Owner[]; already: readonly string[] };

/** The other owners it is reported for: those of the same region in view, the rest of the county folded away. */
export function PartyFields({ typed, errors, owners, already }: Props) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const chosen = typed['parties'] ?? [];
  const isInView = ({ id, near }: Owner): boolean => near || already.includes(id);
  const options = (all: readonly Owner[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const [inView, others] = [owners.filter(isInView), owners.filter((owner) => !isInView(owner))];
  return (
    <div className="mb-6 max-w-[42rem]">
      {inView.length > 0 && (
        <ChoiceGroup
          kind="checkbox"
          name="parties"
          label={words.fields.parties}
          note={t.common.form.optional}
          description={words.help.parties}
          options={options(inView)}
          chosen={chosen}
          error={errorAt(errors, 'parties', t)}
        />
      )}
      {others.length > 0 && (
        <details className="fold -mt-3" open={others.some(({ id }) => chosen.includes(id))}>
          <summary>{words.otherOwners}</summary>
          <div className="mt-3">
            <ChoiceGroup
              kind="checkbox"
              name="parties"
              id={inView.length > 0 ? 'parties-andre' : 'parties'}
              label={words.otherOwners}
              bare
              options={options(others)}
              chosen={chosen}
            />
          </div>
        </details>
      )}
    </div>
  );
}
