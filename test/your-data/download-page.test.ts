import { tamper } from '@app/testing';
import { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());

describe('the download page', () => {
  it('gives out the approved bytes, and none once they are not those that were approved', async () => {
    const { orderId } = await fixture.buyer();
    await fixture.deliver(orderId);
    const link =
      /\S+\/download\/\S+/.exec((await fixture.mail.about('Blueprint is ready')).text ?? '')?.[0] ?? '';
    const person = new Person();
    await person.open(link);
    expect(person.here.text).toContain('PDF');
    await person.submit({ file: 'pdf' }, { expected: 200 });
    await person.open(link);
    await tamper(fixture.database.source, `update blueprints set pdf = pdf || '\\x00' where order_id = $1`, [
      orderId,
    ]);
    const answer = await fetch(link);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('The stored file');
    await person.submit({ file: 'pdf' }, { expected: 500 });
    expect(await fixture.query('select 1 from downloads')).toHaveLength(1);
  });

  it('is not the only way: the order page has the blueprint emailed once more, to the address of the order', async () => {
    const { orderId, person, page } = await fixture.buyer('bob@example.com');
    await fixture.deliver(orderId);
    await person.open(page);
    await person.submit({}, { action: '/blueprint/send' });
    await fixture.work();
    const sent = await fixture.query(
      `select recipient, state from deliveries where order_id = $1 and kind = 'blueprint'`,
      [orderId],
    );
    expect(sent).toEqual(
      Array.from({ length: 2 }, () => ({ recipient: 'bob@example.com', state: 'accepted' })),
    );
  });
});
