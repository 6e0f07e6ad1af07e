import { DataSource } from 'typeorm';
import { MOST_MATCHES } from '@app/desk-reading';
import { tamper } from '@app/testing';
import { ReviewScene } from '../../../../libs/review/src/review-scene.builder.js';
import { startDesk, type TestDesk } from '../test-desk.builder.js';
import type { Visitor } from '../visitor.builder.js';

let fixture: TestDesk;
let visitor: Visitor;
beforeAll(async () => {
  fixture = await startDesk();
  visitor = await fixture.signedIn('support');
  const scene = new ReviewScene(fixture.app.get(DataSource), fixture.clock);
  await scene.review({ name: 'Bo Ng', email: 'bo@example.org' });
  await scene.review({ name: "Boadicea O'Neill" });
});
afterAll(() => fixture.stop());

const found = async (search: string): Promise<string[]> => {
  const { body } = await visitor.open(`/orders?search=${encodeURIComponent(search)}`);
  return ['Bo Ng', 'Boadicea'].filter((name) => body.includes(`<td>${name}`));
};

describe('looking up an order by name', () => {
  it('takes three letters or more for a beginning, fewer for a whole name, and several words together', async () => {
    for (const [search, names] of [
      ['boa', ['Boadicea']],
      ['bo', ['Bo Ng']],
      ['ng', ['Bo Ng']],
      ['neil boad', ['Boadicea']],
      ['neil ng', []],
      ['o neill', ['Boadicea']],
      ['bo@example.org', ['Bo Ng']],
    ] as const)
      expect([search, await found(search)]).toEqual([search, names]);
  });

  it('asks for more letters where there is one, and shows nobody', async () => {
    const { body, status } = await visitor.open('/orders?search=b');
    expect([status, body.includes('Please type two letters of a name or more.')]).toEqual([200, true]);
    expect(await found('b')).toEqual([]);
  });

  it('asks for another word where more people share one than anybody reads', async () => {
    await tamper(
      fixture.database.source,
      `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email, occupation_title,
         price_pence, start_choice, created_at, expires_at)
       select md5('o' || n)::uuid, 'PW-' || n, 'awaiting_payment', md5('a' || n)::uuid, 'f' || n, sha256(n::text::bytea), 'none', 'Mary ' || case when n = 1 then 'Seacole' else 'Smith' end,
         'mary@example.org', 'Nurse', 4900, 'start_now', now(), now() from generate_series(1, ${MOST_MATCHES + 1}) n`,
    );
    const many = await visitor.open('/orders?search=mary');
    expect(many.body).toContain(`More than ${MOST_MATCHES} orders match “mary”`);
    expect(many.body).not.toContain('Seacole');
    expect((await visitor.open('/orders?search=mary+seacole')).body).toContain('Mary Seacole');
    expect((await visitor.open('/orders?search=smith')).body).toContain('50 orders for “smith”');
  });
});
