'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';

export type Column = {
  key: string;
  header: string;
  /** Amounts and counts stand to the right, under each other. */
  number?: boolean;
  /** What can be done with the row says so itself: its header is read aloud but not seen. */
  act?: boolean;
  /** Where a click on the header leads, and how the rows are sorted by it now. */
  sort?: { href: string; now?: 'ascending' | 'descending' };
};

export type Row = { id: string; cells: readonly ReactNode[] };

type Props = {
  caption: string;
  /** The caption is read aloud but not seen, where a heading already says it. */
  quietCaption?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Sums in rows of their own; the first is the sum, more are of which. */
  sums?: readonly Row[];
  /** A small table of numbers that keeps its shape on a phone. */
  stays?: boolean;
};

const isEmpty = (cell: ReactNode) => cell === null || cell === undefined || cell === '' || cell === false;

function Cells({ row, columns }: { row: Row; columns: readonly Column[] }) {
  return columns.map((column, index) => {
    const cell = row.cells[index];
    const shared = { className: column.number ? 'num' : undefined, 'data-empty': isEmpty(cell) ? '' : undefined };
    if (index === 0) {
      return (
        <th key={column.key} scope="row" role="rowheader" {...shared}>
          {cell}
        </th>
      );
    }
    return (
      <td key={column.key} role="cell" data-label={column.act ? undefined : column.header} {...shared}>
        {/* As a card, a label stands beside the cell: what is more than a text is one thing there. */}
        {typeof cell === 'string' || typeof cell === 'number' ? cell : <span>{cell}</span>}
      </td>
    );
  });
}

const ARROW = { ascending: '\u2191', descending: '\u2193' };

function Header({ column }: { column: Column }) {
  const { sort, header, number, act } = column;
  return (
    <th scope="col" role="columnheader" className={number ? 'num' : undefined} aria-sort={sort?.now}>
      {sort === undefined ? (
        act ? (
          <span className="ds-sr-only">{header}</span>
        ) : (
          header
        )
      ) : (
        <Link href={sort.href} scroll={false}>
          {header} <span aria-hidden="true">{sort.now && ARROW[sort.now]}</span>
        </Link>
      )}
    </th>
  );
}

// The roles are written out: a browser forgets that a table is one when its rows are laid out as cards.
/** A table with its caption, amounts that line up and sums of their own. On a phone each row is a card. */
export function DataTable({ caption, quietCaption = false, columns, rows, sums = [], stays = false }: Props) {
  return (
    <div className="relative overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table role="table" className={stays ? 'data-table stays' : 'data-table'}>
        <caption className={quietCaption ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              <Cells row={row} columns={columns} />
            </tr>
          ))}
        </tbody>
        {sums.length > 0 && (
          <tfoot role="rowgroup">
            {sums.map((row) => (
              <tr key={row.id} role="row">
                <Cells row={row} columns={columns} />
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}
