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

const stateOf = (value: object | null): string => {
  const state: unknown = value && 'state' in value ? value.state : undefined;
  return typeof state === 'string' ? state : '';
};
