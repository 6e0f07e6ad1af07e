import { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.mail.taken.length = 0;
});

/** Everything we hold anywhere, but for what keeps the sale on record. */
async function heldBeyondTheSale(orderId: string): Promise<string> {
  const tables = [
    'assessments',
    'blueprints',
    'reviews',
    'deliveries',
    'order_events',
    'audit_log',
    'staff_tasks',
  ];
  const rows = await Promise.all(tables.map((table) => fixture.query(`select * from ${table}`)));
  const [order] = await fixture.query('select occupation_title from orders where id = $1', [orderId]);
  return JSON.stringify([rows, order]);
}

describe('a customer', () => {
  it('takes a copy of everything, and may erase what the law lets us erase once it is delivered', async () => {
    const { person, orderId, page } = await fixture.buyer();

    // While we are at work.
    await person.follow('Take a copy or erase it');
    expect(person.here.text).toContain('We are still at work on it');
    await person.open(`${page}/data/erase`);
    expect(person.here.text).toContain('cancel the order first');
    expect(person.here.html.querySelector('form')).toBeNull();

    await fixture.deliver(orderId);
    await person.open(page);
    expect(person.here.text).toContain('Your blueprint has been delivered');
    const link =
      /(http\S+\/download\/\S+)/.exec((await fixture.mail.about('Blueprint is ready')).text ?? '')?.[1] ?? '';
    await new Person().open(link);

    await person.open(`${page}/data`);
    const { headers, content } = await fixture.file(person, `${page}/data/export`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(content).toMatchObject({
      order: { name: 'Ada Lovelace', emailAddress: 'ada@example.com', price: '£49', paid: '£49' },
      agreed: [{ what: 'start_in_cancellation_period' }, { what: 'right_ends_on_delivery' }],
      receipt: { number: 'PW-R-000001', total: '£49', paidBack: [] },
      blueprint: [{ version: 1, review: 'approved', reviewersNote: 'Ada writes well' }],
      emails: [
        { kind: 'confirmation', state: 'accepted' },
        { kind: 'blueprint', state: 'accepted' },
      ],
      answersInWords: expect.arrayContaining([
        { question: 'Your job', answer: ['Machine learning engineer'] },
      ]),
      result: { occupationTitle: 'Machine learning engineer' },
    });
    const { about, ...parts } = content as { about: { parts: object } };
    expect(Object.keys(about.parts).sort()).toEqual(Object.keys(parts).sort());
    expect((content as { history: { what: string }[] }).history.at(-1)?.what).toBe('data_exported');

    await person.open(`${page}/data/erase`);
    await person.submit({}, { action: '/data/erase', expected: 422 });
    expect(await heldBeyondTheSale(orderId)).toContain('Machine learning engineer');
    await person.submit({ sure: 'yes' }, { action: '/data/erase' });
    expect(person.here.text).toContain('Your answers and your blueprint are erased');
    const held = await heldBeyondTheSale(orderId);
    for (const word of ['achine learning', 'Lovelace', 'writes well', 'model-evaluation'])
      expect(held).not.toContain(word);

    // What the law makes us keep, and the customer's way to it.
    expect(await fixture.query('select total_pence from receipts where order_id = $1', [orderId])).toEqual([
      { total_pence: 4900 },
    ]);
    await person.open(page);
    expect(person.here.text).not.toContain('Download my blueprint');
    await person.follow('Receipt PW-R-');
    expect(person.here.text).toContain('Ada Lovelace');
    await new Person().open(link, 410);
    await person.open(`${page}/data`);
    const after = await fixture.file(person, `${page}/data/export`);
    expect(after.content).toMatchObject({ order: { occupation: 'Erased' }, answers: null, result: null });
    // The customer's own copy can still be proved genuine.
    const [blueprint] = await fixture.query<{ check_code: string; pdf: unknown }>(
      'select check_code, pdf from blueprints where order_id = $1',
      [orderId],
    );
    expect(blueprint?.pdf).toBeNull();
    expect(
      (
        await fixture.query(`select name from order_events where order_id = $1 order by id desc limit 2`, [
          orderId,
        ])
      ).map(({ name }) => name),
    ).toEqual(['data_exported', 'data_erased']);
    expect(
      await fixture.query(`select reason from audit_log where action = 'order.data_erased'`),
    ).toHaveLength(1);
  });

  it('is told to cancel first while we are at work, and can then erase at once', async () => {
    const { person, orderId, page } = await fixture.buyer('ben@example.com');
    await person.open('/assessment/data');
    expect(person.here.text).toContain('They are erased from your order page');
    await person.open('/assessment/data/erase');
    expect(person.here.url.pathname).toBe('/assessment/data');

    await person.open(`${page}/cancel`);
    await person.submit({ sure: 'yes' }, { action: '/cancel' });
    await fixture.work();
    await person.open(`${page}/data/erase`);
    await person.submit({ sure: 'yes' }, { action: '/data/erase' });
    const [assessment] = await fixture.query(
      'select answers, result, resume_code_hash from assessments where id = (select assessment_id from orders where id = $1)',
      [orderId],
    );
    expect(assessment).toEqual({ answers: {}, result: null, resume_code_hash: null });
    await person.open(page);
    expect(person.here.text).toContain('£49 has gone back to the card');
  });

  it('who cancelled and ordered again keeps the answers of the new order', async () => {
    const { person, orderId, page } = await fixture.buyer('cem@example.com');
    await person.open(`${page}/cancel`);
    await person.submit({ sure: 'yes' }, { action: '/cancel' });
    await fixture.work();
    await person.open('/order/new');
    await person.submit(
      { name: 'Cem', email: 'cem2@example.com', start: 'start_after_cancellation_period' },
      { action: '/order/new' },
    );
    await person.open(`${fixture.url}${page}/data/erase`);
    await person.submit({ sure: 'yes' }, { action: '/data/erase' });
    const [row] = await fixture.query(
      'select result is not null as kept from assessments where id = (select assessment_id from orders where id = $1)',
      [orderId],
    );
    expect(row).toEqual({ kept: true });
  });

  it('with another address sees nothing', async () => {
    const stranger = new Person();
    await stranger.open(`${fixture.url}/orders/${'x'.repeat(43)}/data`, 404);
    await stranger.open(`${fixture.url}/orders/${'x'.repeat(43)}/data/erase`, 404);
  });
});
