import type { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
let person: Person;
beforeAll(async () => {
  fixture = await TestSite.open();
  person = await fixture.finisher();
}, 120_000);
afterAll(() => fixture?.close());

const WAIT = { name: 'Ada', email: 'ada@example.com', start: 'start_after_cancellation_period' };
const send = async (fields: Record<string, string>): Promise<Person['here']> => {
  await person.open(`${fixture.url}/order/new`);
  return await person.submit({ ...WAIT, ...fields }, { action: '/order/new' });
};
const value = (field: string): string | undefined =>
  person.here.html.querySelector(`#${field}`)?.getAttribute('value');
const orders = (): Promise<{ customer_email: string }[]> =>
  fixture.query('select customer_email from orders order by created_at');

describe('something to put right', () => {
  it('is shown after a redirect, so that Back and Reload send nothing, with what was typed and without it in the address', async () => {
    await send({ email: 'ada' });
    expect(person.here.url.pathname + person.here.url.search).toBe('/order/new?again=errors');
    expect(person.here.status).toBe(200);
    expect(person.here.text).toContain('Enter an email address like name@example.com.');
    expect([value('name'), value('email')]).toEqual(['Ada', 'ada']);
    expect((await person.open(person.here.url)).text).toContain('Enter an email address like');
    await person.open(`${fixture.url}/order/new`);
    expect(person.here.text).not.toContain('needs putting right');
    expect(await orders()).toEqual([]);
  });

  it('of the box before cancelling is too', async () => {
    const buyer = await fixture.buyer('bea@example.com');
    await buyer.person.open(`${buyer.page}/cancel`);
    await buyer.person.submit({}, { action: '/cancel' });
    expect(buyer.person.here.url.search).toBe('?again=1');
    expect(buyer.person.here.text).toContain('Tick the box if you want to cancel.');
  });
});

describe('a second look', () => {
  it('asks “did you mean”, takes the other address by a link, and lets the same again through', async () => {
    await send({ email: 'ada@gmial.com' });
    expect(person.here.url.search).toBe('?again=look');
    expect(person.here.text).toContain('Did you mean ada@gmail.com?');
    const asked = person.here.url;
    await person.follow('Use that address');
    expect(value('email')).toBe('ada@gmail.com');
    expect(person.here.text).not.toContain('Did you mean');
    await person.open(asked);
    await person.submit({}, { action: '/order/new' });
    expect(person.here.url.origin).not.toBe(fixture.url);
    expect((await orders()).at(-1)).toEqual({ customer_email: 'ada@gmial.com' });
  });

  it('shows the line on the cover, and says which letter cannot be printed; it stops nobody', async () => {
    await send({ name: 'Ada 𐎠 Lovelace', email: 'eve@example.com' });
    expect(person.here.text).toMatch(/On the cover: Ada Lovelace ?\. We have no printed form of 𐎠/);
    await person.submit({}, { action: '/order/new' });
    expect(person.here.url.origin).not.toBe(fixture.url);
    await send({ name: '𐎠', email: 'eve@example.com' });
    expect(person.here.text).toContain('the cover shows your order’s reference');
    await send({ name: 'Shaun O’Neill', email: 'eve' });
    expect(person.here.text).toContain('On the cover: Shaun O’Neill');
  });
});
