import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { type Behovsmelding, budgetYears, type LongText } from '#lib/domain/behovsmelding/behovsmelding';
import type { Section } from '#lib/domain/behovsmelding/missing';
import { cellsOf, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import { formatKroner } from '#lib/domain/money/kroner';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';

/** A need as it is read: kept, or as it is typed, when nobody has confirmed anything yet. */
export type ReadBehovsmelding = Omit<Behovsmelding, 'parties' | 'uh'> & {
  parties: readonly { name: string }[];
  uh: readonly { organisationId: string; name: string }[];
};
type NamedPartnersProps = {
  t: Pick<Texts, 'behovsmelding'>;
  need: ReadBehovsmelding;
  /** What stands at the end of each part. */
  after: (section: Section) => ReactNode;
};
type Answer = readonly [label: string, answer: ReactNode, lang?: string];

/** A heading with labelled answers under it, each marked with the language it is written in; an answer not given says so. */
function Answers({
  t,
  section,
  after,
  answers,
}: {
  t: Pick<Texts, 'behovsmelding'>;
  section: Section;
  after: NamedPartnersProps['after'];
  answers: readonly Answer[];
}) {
  const none = (answer: ReactNode) => answer === '' || answer === null;
  return (
    <section id={`del-${section}`} className="mb-10 scroll-mt-6">
      <h2 className="mb-3 text-xl font-semibold">{t.behovsmelding.sections[section]}</h2>
      <dl className="grid max-w-[48rem] gap-4">
        {answers.map(([label, answer, lang]) => (
          <div key={label}>
            <dt className="text-sm text-quiet">{label}</dt>
            <dd className="break-words whitespace-pre-line" lang={none(answer) ? undefined : lang}>
              {none(answer) ? <span className="text-quiet">{t.behovsmelding.none}</span> : answer}
            </dd>
          </div>
        ))}
      </dl>
      {after(section)}
    </section>
  );
}

/** A long text with the language it is marked with; one that is not marked is in the owner's. */
const longText = (t: Pick<Texts, 'behovsmelding'>, need: ReadBehovsmelding, name: LongText): Answer => [
  t.behovsmelding.fields[name],
  need[name],
  need.languages[name] ?? need.ownerLanguage,
];

/** The UH it names, or why there is none yet. */
export function NamedPartners({ t, need, after }: NamedPartnersProps) {
  const { fields } = t.behovsmelding;
  return (
    <Answers
      t={t}
      section="partnere"
      after={after}
      answers={
        need.uh.length > 0
          ? [[fields.uh, need.uh.map(({ name }) => name).join('\n')]]
          : [longText(t, need, 'uhUnsettledReason')]
      }
    />
  );
}

/** Everything the owner has written, to be read. */
export function BehovsmeldingTexts({ t, need, after }: NamedPartnersProps) {
  const { fields, targetGroup, sectorGoal, evidenceKind, unitKind, collective } = t.behovsmelding;
  const day = (date: Date | null) => (date === null ? '' : formatDate(date));
  const text = (name: LongText) => longText(t, need, name);
  const contact = [need.contactName, need.contactRole, need.contactEmail, need.contactPhone]
    .filter((part) => part !== '')
    .join(', ');
  const chosen = (label: string, all: readonly string[]): Answer[] =>
    all.length === 0 ? [] : [[label, all.join('\n')]];
  return (
    <>
      <Answers
        t={t}
        section="hvem"
        after={after}
        answers={[
          [fields.periodStart, day(need.periodStart)],
          [fields.periodEnd, day(need.periodEnd)],
          ...chosen(
            fields.parties,
            need.parties.map(({ name }) => name),
          ),
          ...chosen(
            fields.unitKinds,
            need.unitKinds.map((one) => unitKind[one]),
          ),
          [fields.publicUnits, need.publicUnits],
          [fields.privateUnits, need.privateUnits],
          text('participants'),
          [fields.targetGroups, need.targetGroups.map((one) => targetGroup[one]).join(', ')],
          [fields.contactName, contact],
        ]}
      />
      <Answers
        t={t}
        section="behov"
        after={after}
        answers={[
          ...chosen(fields.themes, need.themeNames),
          [fields.sectorGoals, need.sectorGoals.map((one) => sectorGoal[one]).join('\n')],
          text('need'),
          [fields.evidenceKinds, need.evidenceKinds.map((one) => evidenceKind[one]).join(', ')],
          text('evidence'),
        ]}
      />
      <Answers
        t={t}
        section="tiltak"
        after={after}
        answers={[
          text('goals'),
          text('measureDescription'),
          ...(need.collective ? [[fields.collective, collective] as const] : []),
          text('staffInvolvement'),
          ...changeIn(t, need),
        ]}
      />
      <Answers t={t} section="samisk" after={after} answers={[text('samiPerspective'), text('coherence')]} />
    </>
  );
}

/** What it asks to change in a tiltak that is granted already; nothing when it changes none. */
function changeIn(t: Pick<Texts, 'behovsmelding'>, need: ReadBehovsmelding): Answer[] {
  const { fields, changeDirection } = t.behovsmelding;
  if (need.changeTiltakId === null) return [];
  const title = need.changeTiltak === null ? '' : `${need.changeTiltak.reference} ${need.changeTiltak.title}`;
  return [
    [fields.changeTiltakId, title],
    [fields.changeDirection, need.changeDirection === '' ? '' : changeDirection[need.changeDirection]],
    longText(t, need, 'changeReason'),
  ];
}

type BehovsmeldingBudgetProps = { t: Pick<Texts, 'behovsmelding' | 'common'>; need: ReadBehovsmelding };

/** The budget and the egenandel as tables, with their sums. */
export function BehovsmeldingBudget({ t, need }: BehovsmeldingBudgetProps) {
  const words = t.behovsmelding;
  const years = budgetYears(need);
  const cells = cellsOf(need);
  const sums = behovsmeldingSums(need);
  const receivers = [
    { id: need.ownerId, name: words.network(need.ownerName), side: 'network' },
    ...need.uh.map((uh) => ({ id: uh.organisationId, name: uh.name, side: 'uh' })),
  ];
  const coordinating = years.map(
    (year) => need.lines.find((line) => line.side === 'network' && line.budgetYear === year)?.coordinator ?? 0,
  );
  const amount = (kroner: number | null) => <Money t={t} kroner={kroner} />;
  return (
    <section className="mb-10 grid gap-8">
      <DataTable
        stays
        caption={words.sections.budsjett}
        columns={[
          { key: 'receiver', header: words.receiver },
          ...years.map((year) => ({ key: String(year), header: String(year), number: true })),
          { key: 'sum', header: words.sum, number: true },
        ]}
        rows={receivers.map(({ id, name, side }) => {
          const own = cells.filter((cell) => cell.receiverId === id && cell.side === side);
          return {
            id: `${side}-${id}`,
            cells: [
              name,
              ...own.map((cell) => amount(cell.amount)),
              amount(own.reduce((sum, cell) => sum + (cell.amount ?? 0), 0)),
            ],
          };
        })}
        sums={[
          {
            id: 'sum',
            cells: [words.money.asked, ...sums.years.map(({ total }) => amount(total.given)), amount(sums.total.given)],
          },
          ...(coordinating.some((one) => one > 0)
            ? [
                {
                  id: 'coordinator',
                  cells: [
                    words.fields.coordinator,
                    ...coordinating.map(amount),
                    amount(coordinating.reduce((sum, one) => sum + one, 0)),
                  ],
                },
              ]
            : []),
        ]}
      />
      {need.egenandelLines.length > 0 && (
        <DataTable
          stays
          caption={words.sections.egenandel}
          columns={[
            { key: 'kind', header: words.kind },
            { key: 'note', header: words.note },
            { key: 'year', header: words.year, number: true },
            { key: 'amount', header: words.amount, number: true },
          ]}
          rows={need.egenandelLines.map((line, index) => ({
            id: String(index),
            cells: [
              words.egenandelKind[line.kind],
              [line.note, line.hours === null || line.rate === null ? '' : `${line.hours} × ${formatKroner(line.rate)}`]
                .filter((part) => part !== '')
                .join(': '),
              line.budgetYear,
              amount(line.amount),
            ],
          }))}
          sums={[{ id: 'sum', cells: [words.sum, '', '', amount(sums.egenandel.given)] }]}
        />
      )}
    </section>
  );
}
