import type { AuditEntry } from '@app/audit';

/** One time that staff opened the file of an order, as its owner reads it. */
export interface FileOpening {
  /** "A reviewer": what they are here, not who. */
  readonly who: string;
  readonly at: Date;
}

const OPENED = new Set(['order.viewed', 'blueprint.viewed']);
/** Pages that somebody opens one after the other are one look. */
const SAME_LOOK = 30 * 60_000;
const MOST = 20;

const WORDS = [
  ['reviewer', 'A reviewer'],
  ['approver', 'An approver'],
  ['support', 'Somebody in support'],
  ['manager', 'A manager'],
  ['auditor', 'An auditor'],
  ['admin', 'An administrator'],
] as const;

/** @param entries of the audit log about one order, oldest first. @returns the newest first, at most twenty. */
export function fileOpenings(entries: readonly AuditEntry[]): FileOpening[] {
  const looks: (FileOpening & { readonly staffId: string | null; until: number })[] = [];
  for (const { action, staffId, at, after } of entries) {
    if (!OPENED.has(action)) continue;
    const last = looks.findLast((look) => look.staffId === staffId);
    if (last && at.getTime() - last.until <= SAME_LOOK) last.until = at.getTime();
    else looks.push({ who: roleIn(after), at, staffId, until: at.getTime() });
  }
  return looks
    .slice(-MOST)
    .reverse()
    .map(({ who, at }) => ({ who, at }));
}

/** The first role they had then; entries from before roles were noted have none. */
function roleIn(after: object | null): string {
  const roles: unknown = after && 'as' in after ? after.as : [];
  const found = WORDS.find(([role]) => Array.isArray(roles) && roles.includes(role));
  return found?.[1] ?? 'A member of staff';
}
