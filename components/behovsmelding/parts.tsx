import type { BeginPart, BeginSource } from '#lib/domain/behovsmelding/begin';
import { isLong, type LongText } from '#lib/domain/behovsmelding/form';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

const lines = (...all: readonly (string | null)[]): string =>
  all.filter((one) => one !== null && one !== '').join('\n');

/** What a part of an earlier need says, as it can be read before it is taken. */
export function sayPart(source: BeginSource, part: BeginPart, t: Texts, themes: ReadonlyMap<string, string>): string {
  const words = t.behovsmelding;
  switch (part) {
    case 'participants': {
      const counts =
        source.publicUnits === null && source.privateUnits === null
          ? null
          : t.register.tiltak.unitCounts(source.publicUnits ?? 0, source.privateUnits ?? 0);
      return lines(source.unitKinds.map((one) => words.unitKind[one]).join(', '), counts, source.participants);
    }
    case 'targetGroups':
      return source.targetGroups.map((one) => words.targetGroup[one]).join(', ');
    case 'themes':
      return source.themes
        .map((id) => themes.get(id) ?? '')
        .filter((name) => name !== '')
        .join('\n');
    case 'sectorGoals':
      return source.sectorGoals.map((one) => words.sectorGoal[one]).join('\n');
    case 'evidence':
      return lines(source.evidenceKinds.map((one) => words.evidenceKind[one]).join(', '), source.evidence);
    case 'contact':
      return [source.contactName, source.contactRole, source.contactEmail, source.contactPhone]
        .filter((one) => one !== '')
        .join(', ');
    case 'parties':
      return source.parties.map((one) => one.name).join(', ');
    case 'uh':
      return source.uh.map((one) => one.name).join(', ');
    case 'amounts':
      return lines(...yearSums(source.lines).map(([year, sum]) => `${year}: ${formatKroner(sum)}`));
    case 'egenandel':
      return lines(
        ...source.egenandelLines.map(
          (line) =>
            `${words.egenandelKind[line.kind]}, ${line.budgetYear}: ${line.amount === null ? t.common.money.missing : formatKroner(line.amount)}`,
        ),
      );
    default:
      return source[part];
  }
}

function yearSums(all: BeginSource['lines']): [number, number][] {
  const sums = new Map<number, number>();
  for (const { budgetYear, amount } of all) sums.set(budgetYear, (sums.get(budgetYear) ?? 0) + (amount ?? 0));
  return [...sums].sort(([a], [b]) => a - b);
}

/** What a part is called where it is taken: by its own word, or else as its field is on the form. */
export function takeLabel(part: BeginPart, t: Pick<Texts, 'behovsmelding' | 'beside'>): string {
  const own: { readonly [P in Exclude<BeginPart, LongText>]: string } & { readonly [P in LongText]?: string } =
    t.beside.begin.take;
  return isLong(part) ? (own[part] ?? t.behovsmelding.fields[part]) : own[part];
}
