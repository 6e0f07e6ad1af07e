import { Person } from '../../apps/cli/src/journey/person.js';
import { emptyTables } from '@app/testing';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open({ LOG_LEVEL: 'debug' });
});
afterAll(() => fixture?.close());
beforeEach(async () => {
  fixture.clock.set(new Date());
  await emptyTables(fixture.database.source, 'assessments', 'rate_limits');
});

const DAY = 86_400_000;

/** Somebody with a result who has made a link, and the link. */
async function sharer(): Promise<{ person: Person; link: string }> {
  const person = await fixture.finisher();
  await person.open('/assessment/advice');
  await person.submit({}, { action: '/assessment/advice' });
  return { person, link: /http\S+\/advice\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '' };
}

describe('a result shown to an adviser', () => {
  it('is read by a link that is kept only as a hash, and what the adviser writes comes back to the result, as text', async () => {
    const { person, link } = await sharer();
    const secret = link.split('/').at(-1) ?? '';
    const kept = JSON.stringify(
      await fixture.query("select *, encode(secret_hash, 'hex') as hex from advice_links"),
    );
    expect(kept).not.toContain(secret);
    expect(secret).toHaveLength(43);

    const adviser = new Person();
    await adviser.open(link);
    expect(adviser.here.html.querySelector('h1')?.text).toMatch(/^A week that scores \d+ of 100, .*typical$/);
    await adviser.submit({ comment: '<b>Ask</b> for the\ntraining' });
    expect(adviser.here.text).toContain('What you wrote stands on their result page');
    await person.open('/assessment/result');
    expect(person.here.text).toContain('What your adviser wrote <b>Ask</b> for the training');
    expect(person.here.html.querySelector('.comment b')).toBeNull();
    expect(fixture.logged.join('\n')).not.toContain(secret);
  });

  it('shows nothing of pay, of demands and of what the person would avoid', async () => {
    const person = await fixture.finisher();
    await person.open('/assessment/about-you-work');
    await person.submit({ payBand: '65-85' });
    await person.open('/assessment/demands');
    await person.submit({ presence: 'most' });
    await person.open('/assessment/moving');
    await person.submit({ lowestPay: '43,210', avoid: ['physical-work'] });
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    expect(person.here.text).toMatch(/£43,210|Being there in person/);
    await person.open('/assessment/advice');
    await person.submit({}, { action: '/assessment/advice' });
    const adviser = new Person();
    const { text } = await adviser.open(/http\S+\/advice\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '');
    expect(text).toContain('Other answers');
    expect(text).not.toMatch(/£|43,210|Being there in person|[Pp]hysical|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
  });

  it('is over when its time is, when it is taken back, and when another link is made', async () => {
    const { person, link } = await sharer();
    const adviser = new Person();
    await person.open('/assessment/advice');
    await person.submit({}, { action: '/assessment/advice' });
    const second = /http\S+\/advice\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '';
    await adviser.open(link, 410);
    await adviser.open(second);
    await person.open('/assessment/advice');
    await person.submit({}, { action: '/assessment/advice/revoke' });
    await adviser.submit({ comment: 'Too late' }, { expected: 410 });
    await person.submit({}, { action: '/assessment/advice' });
    const third = /http\S+\/advice\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '';
    await adviser.open(third);
    fixture.clock.advance(31 * DAY);
    await adviser.open(third, 410);
    await adviser.open(`${fixture.url}/advice/none`, 404);
    expect(await fixture.query('select 1 from advice_comments')).toEqual([]);
  });

  it('takes ten comments of 2,000 characters and refuses more with words; the same twice is one', async () => {
    const { link } = await sharer();
    const adviser = new Person();
    await adviser.open(link);
    await adviser.submit({ comment: ' ' }, { expected: 422 });
    expect(adviser.here.text).toContain('Write a comment first');
    await adviser.submit({ comment: 'x'.repeat(2_001) }, { expected: 422 });
    for (const words of ['one', 'one', 'two', 'three', 'four']) await adviser.submit({ comment: words });
    expect(await fixture.query('select text from advice_comments')).toHaveLength(4);
    await fixture.query(
      `insert into advice_comments (id, link_id, text, written_at)
       select gen_random_uuid(), link_id, 'n' || n, now() from advice_comments, generate_series(1, 6) n where text = 'one'`,
    );
    await adviser.submit({ comment: 'eleven' }, { expected: 422 });
    expect(adviser.here.text).toContain('This link has its 10 comments');
  });

  it('comes with the copy, moves with changed answers, and goes with the assessment', async () => {
    const { person, link } = await sharer();
    const adviser = new Person();
    await adviser.open(link);
    await adviser.submit({ comment: 'Well done' });
    await person.open('/assessment/data');
    const { content } = await fixture.file(person, '/assessment/data/export');
    expect(content).toMatchObject({
      adviser: { links: [{ takenBackAt: null }], comments: [{ text: 'Well done' }] },
    });
    await person.open('/assessment/about-you-work');
    await person.submit({ years: '7' });
    await adviser.open(link, 409);
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    expect(person.here.text).toContain('Well done');
    await adviser.open(link);
    await person.open('/assessment/data/erase');
    await person.submit({ sure: 'yes' }, { action: '/assessment/data/erase' });
    for (const table of ['advice_links', 'advice_comments'])
      expect(await fixture.query(`select 1 from ${table}`)).toEqual([]);
    await adviser.open(link, 404);
  });
});

describe('a picture of a result', () => {
  it('is drawn for whoever has the result open when they ask, and for nobody else', async () => {
    const person = await fixture.finisher();
    const form = person.here.html.querySelector('form[action="/assessment/picture"]');
    expect(form?.querySelector('[name=job]')?.getAttribute('checked')).toBeUndefined();
    const stranger = await fetch(`${fixture.url}/assessment/picture`, { method: 'POST' });
    expect(stranger.status).toBe(403);
    const { headers, bytes } = await fixture.posted(person, '/assessment/picture');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['image/png', 'no-store']);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });
});
