import { type AuditRow, foldedViews } from './audit-rows.js';

const row = (what: string, at: string, more: Partial<AuditRow> = {}): AuditRow => ({
  id: at,
  at,
  who: 'Ana',
  what,
  subject: 'order 1',
  list: '',
  change: '',
  reason: '',
  address: '192.0.2.1',
  ...more,
});

describe('what staff looked at', () => {
  it('is one row while one person goes through an order from one place, with the last time', () => {
    const rows = [
      row('Order viewed', '10:00'),
      row('Blueprint viewed', '10:01'),
      row('Order viewed', '10:09'),
      row('Review claimed', '10:10'),
      row('Order viewed', '10:11'),
      row('Order viewed', '10:12', { who: 'Ben' }),
      row('Order viewed', '10:13', { who: 'Ben', address: '192.0.2.2' }),
    ];
    expect(foldedViews(rows).map(({ at, who, what, reason }) => [at, who, what, reason])).toEqual([
      ['10:00', 'Ana', 'Order viewed and Blueprint viewed, 3 times', 'until 10:09'],
      ['10:10', 'Ana', 'Review claimed', ''],
      ['10:11', 'Ana', 'Order viewed', ''],
      ['10:12', 'Ben', 'Order viewed', ''],
      ['10:13', 'Ben', 'Order viewed', ''],
    ]);
  });
});
