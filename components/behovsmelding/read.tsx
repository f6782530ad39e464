import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { type Behovsmelding, budgetYears } from '#lib/domain/behovsmelding/behovsmelding';
import { isLong, type LongText, type NeedField, type Section, SECTIONS } from '#lib/domain/behovsmelding/form';
import { cellsOf, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import type { Day } from '#lib/domain/day';
import { formatKroner } from '#lib/domain/money/kroner';
import { formatDay } from '#lib/texts/format';
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

type Reader = Pick<NamedPartnersProps, 't' | 'need'>;
const day = (date: Day | null): string => (date === null ? '' : formatDay(date));
const chosen = (label: string, all: readonly string[]): Answer[] => (all.length === 0 ? [] : [[label, all.join('\n')]]);

/** How each field that is no long text is read: nothing for one that is said elsewhere on the page, or together with another. */
const SAY: { readonly [F in Exclude<NeedField, LongText>]: ((reader: Reader) => readonly Answer[]) | null } = {
  title: null,
  years: null,
  periodStart: ({ t, need }) => [[t.behovsmelding.fields.periodStart, day(need.periodStart)]],
  periodEnd: ({ t, need }) => [[t.behovsmelding.fields.periodEnd, day(need.periodEnd)]],
  parties: ({ t, need }) =>
    chosen(
      t.behovsmelding.fields.parties,
      need.parties.map(({ name }) => name),
    ),
  unitKinds: ({ t, need }) =>
    chosen(
      t.behovsmelding.fields.unitKinds,
      need.unitKinds.map((one) => t.behovsmelding.unitKind[one]),
    ),
  publicUnits: ({ t, need }) => [[t.behovsmelding.fields.publicUnits, need.publicUnits]],
  privateUnits: ({ t, need }) => [[t.behovsmelding.fields.privateUnits, need.privateUnits]],
  targetGroups: ({ t: { behovsmelding }, need }) => [
    [behovsmelding.fields.targetGroups, need.targetGroups.map((one) => behovsmelding.targetGroup[one]).join(', ')],
  ],
  contactName: ({ t, need }) => [
    [
      t.behovsmelding.fields.contactName,
      [need.contactName, need.contactRole, need.contactEmail, need.contactPhone]
        .filter((part) => part !== '')
        .join(', '),
    ],
  ],
  contactRole: null,
  contactEmail: null,
  contactPhone: null,
  themes: ({ t, need }) => chosen(t.behovsmelding.fields.themes, need.themeNames),
  sectorGoals: ({ t: { behovsmelding }, need }) => [
    [behovsmelding.fields.sectorGoals, need.sectorGoals.map((one) => behovsmelding.sectorGoal[one]).join('\n')],
  ],
  evidenceKinds: ({ t: { behovsmelding }, need }) => [
    [behovsmelding.fields.evidenceKinds, need.evidenceKinds.map((one) => behovsmelding.evidenceKind[one]).join(', ')],
  ],
  collective: ({ t: { behovsmelding }, need }) =>
    need.collective ? [[behovsmelding.fields.collective, behovsmelding.collective]] : [],
  changeTiltakId: ({ t, need: { changeTiltakId: id, changeTiltak: tiltak } }) =>
    id === null
      ? []
      : [[t.behovsmelding.fields.changeTiltakId, tiltak === null ? '' : `${tiltak.reference} ${tiltak.title}`]],
  changeDirection: ({ t: { behovsmelding }, need: { changeTiltakId: id, changeDirection: way } }) =>
    id === null ? [] : [[behovsmelding.fields.changeDirection, way === '' ? '' : behovsmelding.changeDirection[way]]],
  uh: null,
  lines: null,
  coordinator: null,
  egenandel: null,
};

/** What is said in a field. What is asked changed is left out of a need that asks for no change. */
function answersAt(name: NeedField, reader: Reader): readonly Answer[] {
  if (!isLong(name)) return SAY[name]?.(reader) ?? [];
  return name === 'changeReason' && reader.need.changeTiltakId === null ? [] : [longText(reader.t, reader.need, name)];
}

/** Everything the owner has written, to be read: part by part, in the order of the form. */
export function BehovsmeldingTexts({ t, need, after }: NamedPartnersProps) {
  return (['hvem', 'behov', 'tiltak', 'samisk'] as const).map((section) => (
    <Answers
      key={section}
      t={t}
      section={section}
      after={after}
      answers={SECTIONS[section].flatMap((name) => answersAt(name, { t, need }))}
    />
  ));
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
