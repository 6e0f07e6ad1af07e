import type { AuditEntry } from '@app/audit';
import { fileOpenings } from './file-openings.js';

const entry = (action: string, minute: number, staffId: string, as?: string[]): AuditEntry =>
  ({
    action,
    staffId,
    at: new Date(Date.UTC(2026, 10, 24, 10, minute)),
    after: as ? { as } : null,
  }) as AuditEntry;

describe('who opened a file', () => {
  it('is told by role and time, the newest first; pages of one look are one', () => {
    const openings = fileOpenings([
      entry('order.viewed', 0, 'ana', ['reviewer']),
      entry('blueprint.viewed', 1, 'ana', ['reviewer']),
      entry('order.viewed', 2, 'bob', ['support', 'manager']),
      entry('order.paused', 3, 'bob', ['support']),
      entry('order.viewed', 59, 'ana', ['reviewer']),
      entry('order.viewed', 59, 'eve'),
    ]);
    expect(openings.map(({ who, at }) => `${who} ${at.getUTCMinutes()}`)).toEqual([
      'A member of staff 59',
      'A reviewer 59',
      'Somebody in support 2',
      'A reviewer 0',
    ]);
  });

  it('never says who it was', () => {
    expect(JSON.stringify(fileOpenings([entry('order.viewed', 0, 'ana', ['admin'])]))).not.toContain('ana');
  });
});
