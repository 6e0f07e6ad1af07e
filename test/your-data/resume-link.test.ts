import type { ParsedMail } from 'mailparser';
import { Person } from '../../apps/cli/src/journey/person.js';
import { emptyTables } from '@app/testing';
import { TestSite } from '../support/your-data/test-site.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());
beforeEach(async () => {
  fixture.mail.mood = 'accept';
  fixture.mail.taken.length = 0;
  fixture.clock.set(new Date());
  await emptyTables(fixture.database.source, 'assessments');
});

const ask = (person: Person, email: string, expected = 200): Promise<unknown> =>
  person.submit({ email }, { action: '/assessment/email', expected });
const linkIn = (email: ParsedMail | undefined): string =>
  /(http\S+\/assessment\/resume\/\S+)/.exec(email?.text ?? '')?.[1] ?? '';
const states = async (): Promise<unknown[]> =>
  (await fixture.query('select state from deliveries order by created_at')).map(({ state }) => state);

describe('the link to a result by email', () => {
  it('is asked for on the finished result alone, with nothing filled in', async () => {
    const person = await fixture.finisher();
    const fields = person.here.html.querySelectorAll('main form:not(.move) input:not([type=hidden])');
    // The tick is that of the picture. The hours of a move that is tried out are nobody's answer.
    expect(
      fields.map((field) => ['type', 'name', 'value', 'checked'].map((each) => field.getAttribute(each))),
    ).toEqual([
      ['checkbox', 'job', 'yes', undefined],
      ['email', 'email', '', undefined],
    ]);
    await person.open('/assessment/first-result');
    expect(person.here.html.querySelector('input[type=email]')).toBeNull();
  });

  it('opens the result on another device, by the button and not by being looked at', async () => {
    const person = await fixture.finisher();
    const { text } = person.here;
    await ask(person, 'Ada@example.org');
    await fixture.work();
    const email = await fixture.mail.about('The link to your');
    expect(recipientOf(email)).toBe('Ada@example.org');
    for (const part of [email.text, String(email.html)]) expect(part).toContain(linkIn(email));
    expect(email.text).toContain('30 days before the');
    const before = await fixture.query('select * from assessments');

    const phone = new Person();
    await phone.open(linkIn(email));
    await phone.open(linkIn(email));
    expect(await fixture.query('select * from assessments')).toEqual(before);
    await phone.open('/assessment/result', 404);
    await phone.open(linkIn(email));
    await phone.submit({}, { action: '/assessment/resume' });
    expect(phone.here.url.pathname).toBe('/assessment/result');
    expect(phone.here.text.slice(0, 500)).toBe(text.slice(0, 500));
    expect(phone.here.text).toContain('You asked us to send the link to Ada@example.org');
  });

  it('keeps the code out of the tables', async () => {
    const person = await fixture.finisher();
    await ask(person, 'ada@example.org');
    await fixture.work();
    const code =
      linkIn(await fixture.mail.about('The link to your'))
        .split('/')
        .at(-1) ?? 'none';
    const rows = JSON.stringify([
      await fixture.query('select * from assessments'),
      await fixture.query('select * from deliveries'),
      await fixture.query('select * from graphile_worker._private_jobs'),
    ]);
    expect(code).toHaveLength(19);
    expect(rows).not.toContain(code.slice(0, 9));
  });

  it('sends once for two presses, three a day at most, and again the next day', async () => {
    const person = await fixture.finisher();
    for (let press = 0; press < 2; press += 1) {
      await ask(person, 'ada@example.org');
      await fixture.work();
    }
    expect(person.here.text).toContain('The link has been sent');
    expect(fixture.mail.taken).toHaveLength(1);
    for (let wait = 0; wait < 2; wait += 1) {
      fixture.clock.advance(11 * 60_000);
      await ask(person, 'ada@example.org');
    }
    fixture.clock.advance(11 * 60_000);
    await ask(person, 'ADA@example.org', 429);
    expect(person.here.text).toContain('sent several times today');
    // Nor from another assessment: it is the address that is spared.
    const other = await fixture.finisher();
    await ask(other, 'ada@example.org', 429);
    fixture.clock.advance(24 * 60 * 60_000);
    await ask(person, 'ada@example.org');
    expect(await states()).toHaveLength(4);
  });

  it('says what became of it, and never sends an unknown one again by itself', async () => {
    const person = await fixture.finisher();
    fixture.mail.mood = 'refuse_for_good';
    await ask(person, 'nobody@example.org');
    await fixture.work();
    await person.open('/assessment/email');
    expect(person.here.text).toContain('The email was refused');
    fixture.mail.mood = 'hang_up_after_data';
    await ask(person, 'ada@example.org');
    await fixture.work();
    fixture.mail.mood = 'accept';
    await fixture.work();
    await person.open('/assessment/email');
    expect(person.here.text).toContain('may or may not have arrived');
    expect(fixture.mail.taken).toEqual([]);
    expect(await states()).toEqual(['bounced', 'unknown']);
    expect(await fixture.query('select * from staff_tasks')).toEqual([]);
  });

  it('puts a mistyped address back to be put right', async () => {
    const person = await fixture.finisher();
    await ask(person, 'ada at example', 422);
    expect(person.here.text).toContain('Enter an email address like name@example.com.');
    expect(person.here.html.querySelector('#email')?.getAttribute('value')).toBe('ada at example');
    expect(await states()).toEqual([]);
  });

  it('follows its owner when they change their answers, and is not sent once it is erased', async () => {
    const person = await fixture.finisher();
    await ask(person, 'ada@example.org');
    await fixture.query('delete from assessments');
    await fixture.work();
    expect(fixture.mail.taken).toEqual([]);

    const other = await fixture.finisher();
    await ask(other, 'ben@example.org');
    await other.open('/assessment/week');
    await other.submit({ 'band_model-evaluation': 'some', 'band_feature-engineering': 'most' });
    await other.open('/assessment/check');
    await other.submit({}, { action: '/assessment/check' });
    await fixture.work();
    const phone = new Person();
    await phone.open(linkIn(await fixture.mail.about('The link to your')));
    expect(phone.here.text).toContain('Your result is here');
    expect(await fixture.query('select 1 from assessments')).toHaveLength(1);
  });
});

describe('the code typed in', () => {
  it('opens the result in another browser; a wrong link says so and offers the field', async () => {
    const person = await fixture.finisher();
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(person.here.text)?.[0] ?? '';
    const other = new Person();
    await other.open(`${fixture.url}/assessment/resume/0000-0000-0000-0000`, 422);
    expect(other.here.text).toContain('This link opens nothing any more');
    await other.submit({ code: code.toLowerCase().replaceAll('-', ' ') }, { action: '/assessment/resume' });
    expect(other.here.url.pathname).toBe('/assessment/result');
  });
});
