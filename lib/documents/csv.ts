const BYTE_ORDER_MARK = '\ufeff';
// What a spreadsheet would take for a formula, also after blanks.
const RUNS = /^\s*[=+\-@\t\r]/;

/** A cell: numbers as they are; text that a spreadsheet might run gets an apostrophe before it, and what needs it gets quotes. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = RUNS.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as Excel in Norway opens it: semicolons, UTF-8 with its mark, decimal comma, and no formula that can run. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
