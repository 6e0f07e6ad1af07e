import { type AssessmentApp, assessmentApp } from './assessment-app.builder.js';
import { PlainBrowser } from './plain-browser.builder.js';

/** What can only be said to somebody who has a job. */
const OF_A_JOB_NOW =
  /\byour (job|week|work)\b|\byou(r work)? (do|earn|work) now|\byou keep your|\bdo AI tools\b|\bAI tools (do|in your)/i;

describe('somebody between jobs', () => {
  let fixture: AssessmentApp;
  beforeAll(async () => {
    fixture = await assessmentApp();
  });
  afterAll(() => fixture.close());

  /** Answers every question as it comes. @returns what each page said, by its address */
  async function allPages(start: string): Promise<Map<string, string>> {
    const browser = await new PlainBrowser(fixture.app).get(start);
    const said = new Map<string, string>();
    await browser.submit('/assessment/start', { way: 'not-in-work' });
    while (!said.has(browser.url)) {
      said.set(browser.url, browser.text);
      const next = browser.root.querySelector('main a.button')?.getAttribute('href');
      if (browser.url === '/assessment/result') break;
      if (browser.url === '/assessment/first-result') await browser.get(next ?? '');
      else await browser.submit(browser.url, answersTo(browser));
    }
    return said;
  }

  it.each([
    ['/assessment', 'interests family tasks week first-result demands about-you-work moving check result'],
    [
      '/assessment?occupation=nurse',
      'tasks week first-result demands about-you-work skills interests moving check result',
    ],
  ])('is asked and told of no work that they do now, from %s on', async (start, pages) => {
    const said = await allPages(start);
    expect([...said.keys()].map((url) => url.replace('/assessment/', '')).join(' ')).toBe(pages);
    const found = [...said].flatMap(([url, text]) =>
      [...text.matchAll(new RegExp(`.{0,40}(${OF_A_JOB_NOW.source}).{0,40}`, 'gi'))].map(
        ([words]) => `${url}: ${words}`,
      ),
    );
    expect(found).toEqual([]);
    expect(said.get('/assessment/result')).toMatch(/The week of your last job is|^Between jobs/);
  });

  it('who opens the question about AI tools all the same goes on with the next', async () => {
    const browser = await new PlainBrowser(fixture.app).get('/assessment?occupation=nurse');
    await browser.submit('/assessment/start', { way: 'not-in-work' });
    expect((await browser.get('/assessment/ai-tools')).url).toBe('/assessment/demands');
    expect(browser.root.querySelector('.back a')?.getAttribute('href')).toBe('/assessment/first-result');
    expect((await browser.get('/assessment/check')).text).toContain('Between jobs, was a nurse');
  });

  it('whoever has a job is asked of it', async () => {
    const browser = await new PlainBrowser(fixture.app).get('/assessment?occupation=nurse');
    await browser.submit('/assessment/start');
    expect((await browser.get('/assessment/demands')).heading).toBe('What does your work demand?');
    expect((await browser.get('/assessment/ai-tools')).heading).toBe(
      'What do AI tools do of your work today?',
    );
  });
});

/** The first answer of everything that can be chosen, a half of the week for the first task, and a little of the others. */
function answersTo(browser: PlainBrowser): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const input of browser.root.querySelectorAll('input[type=radio], input[type=checkbox]')) {
    const name = input.getAttribute('name') ?? '';
    const value = input.getAttribute('value') ?? '';
    if (
      name.startsWith('band_') ? value === 'some' || (value === 'most' && !chosen[name]) : !(name in chosen)
    )
      chosen[name] = value;
  }
  return chosen;
}
