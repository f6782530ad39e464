import type { ReactNode } from 'react';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { budgetYears, type Behovsmelding } from '#lib/domain/behovsmelding';
import { cellsOf, sumsOf } from '#lib/domain/behovsmelding-sums';
import { formatKroner } from '#lib/domain/kroner';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; need: Behovsmelding };

/** A heading with labelled answers under it; an answer not given says so. */
function Answers({ t, title, answers }: { t: Texts; title: string; answers: readonly (readonly [label: string, answer: ReactNode])[] }) {
  const none = (answer: ReactNode) => answer === '' || answer === null;
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-xl font-semibold">{title}</h2>
      <dl className="grid max-w-[48rem] gap-4">
        {answers.map(([label, answer]) => (
          <div key={label}>
            <dt className="text-sm text-quiet">{label}</dt>
            <dd className="break-words whitespace-pre-line">{none(answer) ? <span className="text-quiet">{t.behovsmelding.none}</span> : answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Everything the owner has written, to be read. */
export function NeedTexts({ t, need }: Props) {
  const { fields, sections, targetGroup, sectorGoal, evidenceKind } = t.behovsmelding;
  const day = (date: Date | null) => (date === null ? '' : formatDate(date));
  const contact = [need.contactName, need.contactRole, need.contactEmail, need.contactPhone].filter((part) => part !== '').join(', ');
  return (
    <>
      <Answers t={t} title={sections.hvem} answers={[
        [fields.periodStart, day(need.periodStart)], [fields.periodEnd, day(need.periodEnd)], [fields.publicUnits, need.publicUnits], [fields.privateUnits, need.privateUnits],
        [fields.participants, need.participants], [fields.targetGroups, need.targetGroups.map((one) => targetGroup[one]).join(', ')], [fields.contactName, contact],
      ]} />
      <Answers t={t} title={sections.behov} answers={[
        [fields.sectorGoals, need.sectorGoals.map((one) => sectorGoal[one]).join('\n')], [fields.need, need.need],
        [fields.evidenceKinds, need.evidenceKinds.map((one) => evidenceKind[one]).join(', ')], [fields.evidence, need.evidence],
      ]} />
      <Answers t={t} title={sections.tiltak} answers={[[fields.goals, need.goals], [fields.measureDescription, need.measureDescription], [fields.staffInvolvement, need.staffInvolvement]]} />
      <Answers t={t} title={sections.samisk} answers={[[fields.samiPerspective, need.samiPerspective], [fields.coherence, need.coherence]]} />
    </>
  );
}

/** The UH partners, and whether they have confirmed the contact. */
export function NeedPartners({ t, need }: Props) {
  const words = t.behovsmelding;
  const settled = need.uh.map((uh) => [uh.name, uh.confirmedAt === null ? words.notConfirmed : words.confirmed(uh.contact, formatDate(uh.confirmedAt))] as const);
  return <Answers t={t} title={words.sections.partnere} answers={settled.length > 0 ? settled : [[words.fields.uhUnsettledReason, need.uhUnsettledReason]]} />;
}

/** The budget and the egenandel as tables, with their sums. */
export function NeedBudget({ t, need }: Props) {
  const words = t.behovsmelding;
  const years = budgetYears(need);
  const cells = cellsOf(need);
  const sums = sumsOf(need);
  const receivers = [{ id: need.ownerId, name: words.network(need.ownerName), side: 'network' }, ...need.uh.map((uh) => ({ id: uh.organisationId, name: uh.name, side: 'uh' }))];
  const amount = (kroner: number | null) => <Money t={t} kroner={kroner} />;
  return (
    <section className="mb-10 grid gap-8">
      <DataTable
        stays caption={words.sections.budsjett}
        columns={[{ key: 'receiver', header: words.receiver }, ...years.map((year) => ({ key: String(year), header: String(year), number: true })), { key: 'sum', header: words.sum, number: true }]}
        rows={receivers.map(({ id, name, side }) => {
          const own = cells.filter((cell) => cell.receiverId === id && cell.side === side);
          return { id: `${side}-${id}`, cells: [name, ...own.map((cell) => amount(cell.amount)), amount(own.reduce((sum, cell) => sum + (cell.amount ?? 0), 0))] };
        })}
        sums={[{ id: 'sum', cells: [words.money.asked, ...sums.years.map(({ total }) => amount(total.given)), amount(sums.total.given)] }]}
      />
      {need.egenandelLines.length > 0 && (
        <DataTable
          stays caption={words.sections.egenandel}
          columns={[{ key: 'kind', header: words.kind }, { key: 'note', header: words.note }, { key: 'year', header: words.year, number: true }, { key: 'amount', header: words.amount, number: true }]}
          rows={need.egenandelLines.map((line, index) => ({
            id: String(index),
            cells: [words.egenandelKind[line.kind], [line.note, line.hours === null || line.rate === null ? '' : `${line.hours} × ${formatKroner(line.rate)}`].filter((part) => part !== '').join(': '), line.budgetYear, amount(line.amount)],
          }))}
          sums={[{ id: 'sum', cells: [words.sum, '', '', amount(sums.egenandel.given)] }]}
        />
      )}
    </section>
  );
}
