import { NoticeBox } from '#components/notice';
import { StateTag } from '#components/state-tag';
import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { unconfirmedOwners } from '#lib/domain/behovsmelding/owners';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

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
