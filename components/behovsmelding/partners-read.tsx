import type { ReactNode } from 'react';
import { StateTag, type Tone } from '#components/state-tag';
import type { Behovsmelding, BehovsmeldingUh } from '#lib/domain/behovsmelding/behovsmelding';
import { answerOf, type UhAnswer } from '#lib/domain/behovsmelding/uh';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

const TONE: Record<UhAnswer, Tone> = {
  'not-shared': 'neutral',
  waiting: 'warning',
  confirmed: 'success',
  declined: 'danger',
};

/** What a UH has answered, in its few words. */
export const AnswerTag = ({ answer, t }: { answer: UhAnswer; t: Pick<Texts, 'behovsmelding'> }) => (
  <StateTag tone={TONE[answer]}>{t.behovsmelding.uhAnswer[answer]}</StateTag>
);

const kindOf = ({ kind }: BehovsmeldingUh, t: Texts): string | null =>
  kind === 'national-centre' || kind === 'fagskole' ? t.partners.kinds[kind] : null;

/** Where a UH stands: shared or not, its contact, or why it said no. */
function Answer({ t, uh, answer }: { t: Texts; uh: BehovsmeldingUh; answer: UhAnswer }) {
  const words = t.partners;
  if (answer === 'confirmed' && uh.confirmedAt !== null) {
    const reach = [uh.contactRole, uh.contactEmail, uh.contactPhone].filter((part) => part !== '').join(', ');
    return (
      <p>
        {words.confirmed(formatDate(uh.confirmedAt), uh.contact)}
        {reach !== '' && <span className="block text-quiet">{reach}</span>}
      </p>
    );
  }
  if (answer === 'declined' && uh.declinedAt !== null)
    return (
      <>
        <p>{words.declined(formatDate(uh.declinedAt))}</p>
        <p className="break-words whitespace-pre-line">{uh.declineReason}</p>
      </>
    );
  return (
    <p className="text-quiet">
      {answer === 'not-shared'
        ? words.notShared
        : uh.sharedAt === null
          ? words.waiting
          : words.waitingSince(formatDate(uh.sharedAt))}
    </p>
  );
}

/** One UH partner: its name, its answer, what it will do, and who takes part through it. `children` is what the reader may do. */
export function PartnerCard({
  t,
  need,
  uh,
  children,
}: {
  t: Texts;
  need: Pick<Behovsmelding, 'state'>;
  uh: BehovsmeldingUh;
  children?: ReactNode;
}) {
  const words = t.partners;
  const answer = answerOf(uh, need);
  const kind = kindOf(uh, t);
  return (
    <article className="max-w-[48rem] rounded-md border border-line px-6 py-5">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="text-lg font-semibold break-words">{uh.name}</h3>
        <AnswerTag answer={answer} t={t} />
        {kind !== null && <span className="text-sm text-quiet">{kind}</span>}
      </div>
      <div className="grid gap-3">
        <Answer t={t} uh={uh} answer={answer} />
        {uh.plan !== '' && (
          <div>
            <p className="text-sm text-quiet">{words.plan}</p>
            <p className="break-words whitespace-pre-line">{uh.plan}</p>
          </div>
        )}
        {uh.filledAt !== null && (
          <p className="text-sm text-quiet">{words.filled(uh.filledByName ?? uh.name, formatDate(uh.filledAt))}</p>
        )}
        {answer === 'confirmed' && uh.filledAt === null && need.state === 'draft' && (
          <p className="text-sm text-quiet">{words.notFilled}</p>
        )}
        {uh.subPartners.length > 0 && (
          <div>
            <p className="text-sm text-quiet">{words.subTitle}</p>
            <ul>
              {uh.subPartners.map((one) => (
                <li key={one.id} className="break-words">
                  {words.through(one.name, one.country)}
                  {one.what !== '' && `: ${one.what}`}
                </li>
              ))}
            </ul>
          </div>
        )}
        {children}
      </div>
    </article>
  );
}

/** The UH partners with what they have answered; or why none is settled, which Statsforvalteren should notice and nobody is stopped by. */
export function BehovsmeldingPartners({ t, need }: { t: Texts; need: Behovsmelding }) {
  const words = t.behovsmelding;
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-xl font-semibold">{words.sections.partnere}</h2>
      <div className="grid gap-4">
        {need.uh.map((uh) => (
          <PartnerCard key={uh.organisationId} t={t} need={need} uh={uh} />
        ))}
        {need.uh.length === 0 && (
          <p>
            <StateTag tone="warning">{t.partners.unsettled}</StateTag>
          </p>
        )}
        {(need.uh.length === 0 || need.uhUnsettledReason !== '') && (
          <div>
            <p className="text-sm text-quiet">{words.fields.uhUnsettledReason}</p>
            <p
              className="break-words whitespace-pre-line"
              lang={
                need.uhUnsettledReason === '' ? undefined : (need.languages.uhUnsettledReason ?? need.ownerLanguage)
              }
            >
              {need.uhUnsettledReason === '' ? (
                <span className="text-quiet">{words.none}</span>
              ) : (
                need.uhUnsettledReason
              )}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}
