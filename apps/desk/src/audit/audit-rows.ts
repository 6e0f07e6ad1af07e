import { type AuditEntry } from '@app/audit';
import { shortDayTime } from '@app/review';
import { eventWords } from '../event-words.js';

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  /** Where the order was one of several. */
  readonly list: string;
  readonly change: string;
  readonly reason: string;
  readonly address: string;
}

const LIST_WORDS: Readonly<Record<string, string>> = {
  queue: 'the queue',
  search: 'a search',
  tasks: 'the tasks',
  stuck: 'the stuck work',
  returns: 'the reasons of returns',
  emails: 'the emails to settle',
  csv: 'a downloaded list',
};

/** Audit entries as people read them. @param names of staff by id. */
export const auditRows = (entries: readonly AuditEntry[], names: ReadonlyMap<string, string>): AuditRow[] =>
  entries.map((entry) => ({
    id: entry.id,
    at: shortDayTime(entry.at),
    who: entry.staffId ? (names.get(entry.staffId) ?? entry.staffId) : 'nobody signed in',
    what: eventWords(entry.action),
    subject: `${entry.subjectKind} ${entry.subjectId.slice(0, 8)}`,
    list: entry.subjectKind === 'orders' ? `in ${LIST_WORDS[entry.subjectId] ?? 'a list'}` : '',
    change:
      stateOf(entry.before) && stateOf(entry.after)
        ? `${stateOf(entry.before)} → ${stateOf(entry.after)}`
        : '',
    reason: entry.reason ?? '',
    address: entry.ipAddress ?? '',
  }));

const VIEWS = new Set(['order.viewed', 'blueprint.viewed'].map(eventWords));

/** The same, oldest first, with one row for somebody who went through the pages of an order from one place: who looked and until when. */
export function foldedViews(rows: readonly AuditRow[]): AuditRow[] {
  const folded: { row: AuditRow; seen: Set<string>; times: number; until: string }[] = [];
  for (const row of rows) {
    const before = folded.at(-1);
    const goesOn =
      before !== undefined &&
      [before.row, row].every(({ what }) => VIEWS.has(what)) &&
      before.row.who === row.who &&
      before.row.address === row.address;
    if (goesOn) {
      before.seen.add(row.what);
      before.times += 1;
      before.until = row.at;
    } else folded.push({ row, seen: new Set([row.what]), times: 1, until: row.at });
  }
  return folded.map(({ row, seen, times, until }) =>
    times === 1
      ? row
      : {
          ...row,
          what: `${[...seen].join(' and ')}, ${times} times`,
          reason: until === row.at ? '' : `until ${until}`,
        },
  );
}

const stateOf = (value: object | null): string => {
  const state: unknown = value && 'state' in value ? value.state : undefined;
  return typeof state === 'string' ? state : '';
};
