import type { QueueRow } from '@app/desk-reading';

const HEAD = [
  'Due (London)',
  'Urgency',
  'Reference',
  'Name',
  'Occupation',
  'Version',
  'State',
  'Claimed by',
  'Given to',
  'Checks',
];

/**
 * One cell. A spreadsheet takes a text that begins with one of these signs for a formula, which a customer's name must never become; an
 * apostrophe before it makes it a text (OWASP, CSV injection).
 */
export function csvCell(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** The queue as a file for a spreadsheet: RFC 4180, with a mark by which Excel knows UTF-8. */
export function queueCsv(rows: readonly QueueRow[]): string {
  const lines = rows.map((row) => [
    row.due,
    row.urgency,
    row.reference,
    row.customerName,
    row.occupationTitle,
    String(row.version),
    row.state,
    row.claimedByName ?? '',
    row.givenToName ?? '',
    row.checks,
  ]);
  return `\ufeff${[HEAD, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
