/** Rows as a CSV file (RFC 4180). An empty cell is an unknown figure, never a zero. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((cells) => cells.map(cell).join(',')).join('\r\n') + '\r\n';

/** Quoted where needed; a leading = + - @ would be run as a formula by a spreadsheet, so it is kept as text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
