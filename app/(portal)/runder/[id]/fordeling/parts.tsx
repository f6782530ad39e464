'use client';

import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { useTexts } from '#components/locale';
import type { FieldErrors } from '#lib/domain/outcome';
import type { RuleSet } from '#lib/domain/setup/rules';
import { placeOf } from '#lib/domain/tildeling/split';
import { total } from '#lib/domain/tildeling/tildeling';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import { formatAmount } from '#lib/texts/format';
import type { Live, RegionTotals } from './amounts';
import { type ShownLine, useBudgetCells } from './cells';
import { SplitTag } from './figures';
import type { Chunk, TypedFields } from './lines';

// The columns of all regions stand under each other.
const WIDTHS =
  '[&_.num_.max-w-44]:max-w-32 lg:[&_table]:table-fixed lg:[&_thead_th]:w-[9%] lg:[&_thead_th:first-child]:w-[21%] lg:[&_thead_th:nth-child(4)]:w-[12%] lg:[&_thead_th:nth-child(5)]:w-[12%] lg:[&_thead_th:nth-child(7)]:w-[12%] lg:[&_thead_th:nth-child(8)]:w-[16%]';

type LinksProps = {
  parts: readonly (readonly Chunk[])[];
  part: number;
  address: (index: number) => string;
  /** How many needs of other parts are changed and not saved. */
  kept: number;
};

/** The way to the other parts of a round that is too large for one page. What is typed goes along. */
export function PartLinks({ parts, part, address, kept }: LinksProps) {
  const words = useTexts(tildelingTexts).workbench;
  if (parts.length < 2) return null;
  const nameOf = ({ name, from, to, all }: Chunk) =>
    to - from + 1 === all ? (name ?? words.noRegion) : words.parts.lines(name ?? words.noRegion, from, to, all);
  return (
    <nav id="deler" tabIndex={-1} aria-label={words.parts.title} className="mb-8 scroll-mt-32">
      <ol className="flex flex-wrap gap-x-6 gap-y-1">
        {parts.map((chunks, index) => (
          <li key={address(index)}>
            <Link
              className="ds-link inline-block py-1 aria-[current=page]:font-semibold"
              href={address(index)}
              aria-current={index === part ? 'page' : undefined}
              scroll={false}
              prefetch={false}
            >
              {words.parts.part(index + 1, chunks.map(nameOf).join(', '))}
            </Link>
          </li>
        ))}
      </ol>
      <div role="status">{kept > 0 && <p className="mt-2 text-sm text-quiet">{words.parts.kept(kept)}</p>}</div>
      <noscript>
        <p className="mt-2 text-sm text-quiet">{words.parts.saveFirst}</p>
      </noscript>
    </nav>
  );
}

type TablesProps = {
  chunks: readonly Chunk[];
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
  const words = useTexts(tildelingTexts).workbench;
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
          caption={lines.length === all ? name : words.parts.lines(name, from, to, all)}
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
