'use client';

import { DataTable } from '#components/data-table';
import { useTexts } from '#components/locale';
import type { FieldErrors } from '#lib/domain/outcome';
import type { RuleSet } from '#lib/domain/setup/rules';
import { placeOf } from '#lib/domain/tildeling/split';
import { total } from '#lib/domain/tildeling/tildeling';
import { partsTexts } from '#lib/texts/browser/parts';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { formatAmount } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import type { Live, RegionTotals } from './amounts';
import { type ShownLine, useBudgetCells } from './cells';
import { SplitTag } from './figures';
import type { TypedFields, WorkChunk } from './lines';

// The columns of all regions stand under each other.
const WIDTHS =
  '[&_.num_.max-w-44]:max-w-32 lg:[&_table]:table-fixed lg:[&_thead_th]:w-[9%] lg:[&_thead_th:first-child]:w-[21%] lg:[&_thead_th:nth-child(4)]:w-[12%] lg:[&_thead_th:nth-child(5)]:w-[12%] lg:[&_thead_th:nth-child(7)]:w-[12%] lg:[&_thead_th:nth-child(8)]:w-[16%]';

/** What the parts of a round are called: by their number and the regions that are in them. */
export const partNames = (
  parts: readonly (readonly WorkChunk[])[],
  { parts: words, workbench: { noRegion } }: Pick<Texts, 'parts' | 'workbench'>,
): string[] =>
  parts.map((chunks, index) => {
    const named = chunks.map(({ name, from, to, all }) =>
      to - from + 1 === all ? (name ?? noRegion) : words.lines(name ?? noRegion, from, to, all),
    );
    return words.part(index + 1, named.join(', '));
  });

type TablesProps = {
  chunks: readonly WorkChunk[];
  shown: Readonly<Record<string, ShownLine>>;
  live: Live;
  rules: RuleSet;
  editable: boolean;
  errors: FieldErrors;
  typed: TypedFields;
};

const sumCells = (label: string, { asked, recommended, given }: RegionTotals): string[] => [
  label,
  ...[asked, recommended, given.network, given.uh, total(given)].map(formatAmount),
  '',
  '',
];

/** The regions of one part, each a table with the sum of the whole region, and whether the key holds there. */
export function PartTables({ chunks, shown, live, rules, editable, errors, typed }: TablesProps) {
  const { workbench: words, parts } = useTexts(tildelingTexts, partsTexts);
  const cells = useBudgetCells();
  const columns = [
    { key: 'title', header: words.columns.title },
    { key: 'asked', header: words.columns.asked, number: true },
    { key: 'recommended', header: words.columns.recommended, number: true },
    { key: 'network', header: words.columns.network, number: true },
    { key: 'uh', header: words.columns.uh, number: true },
    { key: 'sum', header: words.columns.sum, number: true },
    { key: 'egenandel', header: words.columns.egenandel },
    { key: 'reason', header: words.columns.reason },
  ];
  return chunks.map(({ key, name: region, from, to, all, lines }) => {
    const name = region ?? words.noRegion;
    const sum = live.regions.find((one) => one.key === key);
    const sums = sum === undefined ? [] : [{ id: 'sum', cells: sumCells(words.regionSum(name), sum) }];
    const levels = new Set(lines.map((line) => placeOf(rules.splitLevel, line).key));
    return (
      <section key={`${key} ${String(from)}`} className={`mb-10 ${WIDTHS}`}>
        <DataTable
          caption={lines.length === all ? name : parts.lines(name, from, to, all)}
          columns={columns}
          rows={lines.flatMap((line) => {
            const more = shown[line.needId];
            if (more === undefined) return [];
            const judged = live.judged.get(line.needId);
            return [{ id: line.needId, cells: cells({ line, shown: more, judged, rules, editable, errors, typed }) }];
          })}
          sums={sums}
        />
        {rules.splitLevel !== 'round' &&
          live.levels
            .filter((level) => levels.has(level.sum.key))
            .map((level) => (
              <div key={level.sum.key} className="mt-3">
                {level.sum.behovsmeldingId !== null && <p className="text-sm font-medium">{level.sum.name}</p>}
                <SplitTag level={level} rules={rules} />
              </div>
            ))}
      </section>
    );
  });
}
