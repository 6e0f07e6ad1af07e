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

/** Asks for a link to the picture; with their job on it or not. */
async function pictured(person: Person, job?: 'yes'): Promise<string> {
  await person.open('/assessment/picture');
  await person.submit({ ...(job && { job }) }, { action: '/assessment/picture/link' });
  return /http\S+\/shown\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '';
}

describe('a picture of a result', () => {
  it('has no link unless its owner asks for one, and then shows the score and nothing that was answered', async () => {
    const person = await fixture.finisher();
    expect(await fixture.query('select 1 from advice_links')).toEqual([]);
    await person.open('/assessment/picture');
    expect(person.here.html.querySelector('[name=job]')?.getAttribute('checked')).toBeUndefined();
    const link = await pictured(person);
    const friend = new Person();
    const { text, html } = await friend.open(link);
    expect(text).toMatch(/Somebody showed you their score: \d+ of 100/);
    expect(html.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const picture = html.querySelector('.shown-picture')?.getAttribute('src') ?? '';
    expect(html.querySelector('meta[property="og:image"]')?.getAttribute('content')).toContain(picture);
    const drawn = await fetch(fixture.url + picture);
    expect([drawn.status, drawn.headers.get('content-type'), drawn.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'no-store',
    ]);
    const [{ title = '' } = {}] = await fixture.query<{ title: string }>(
      `select result->>'occupationTitle' as title from assessments`,
    );
    expect(title).not.toBe('');
    expect(text).not.toContain(title);
    expect((await friend.open(await pictured(person, 'yes'))).text).toContain(title);
    expect(fixture.logged.join('\n')).not.toContain(link.split('/').at(-1));
  });

  it('is gone when its owner takes the link back, when its time is over, and when they make another', async () => {
    const person = await fixture.finisher();
    const first = await pictured(person);
    const second = await pictured(person);
    const friend = new Person();
    await friend.open(first, 410);
    await friend.open(second);
    await person.open('/assessment/picture');
    await person.submit({}, { action: '/assessment/picture/revoke' });
    await friend.open(second, 410);
    expect((await fetch(`${second}/picture.png`)).status).toBe(410);
    const third = await pictured(person);
    fixture.clock.advance(31 * DAY);
    await friend.open(third, 410);
    await friend.open(`${fixture.url}/shown/none`, 404);
  });

  it('and the adviser’s link are two: neither opens the other’s page, and taking one back leaves the other', async () => {
    const { person, link } = await sharer();
    const picture = await pictured(person);
    const other = new Person();
    await other.open(`${fixture.url}/shown/${link.split('/').at(-1) ?? ''}`, 404);
    await other.open(`${fixture.url}/advice/${picture.split('/').at(-1) ?? ''}`, 404);
    await person.open('/assessment/picture');
    await person.submit({}, { action: '/assessment/picture/revoke' });
    await other.open(picture, 410);
    await other.open(link);
  });

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
