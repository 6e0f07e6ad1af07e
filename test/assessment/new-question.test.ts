import { AssessmentQuestions, AssessmentService, questionText, Questions } from '@app/assessment';
import { answerRows } from '../../apps/desk/src/reviews/answer-rows.js';
import { type AssessmentApp, assessmentApp } from '../../apps/site/src/assessment/assessment-app.builder.js';
import { PlainBrowser } from '../../apps/site/src/assessment/plain-browser.builder.js';
import { answersExport } from '../../apps/site/src/your-data/exports/answers-export.js';

/** Two questions to come, one of each kind that needs no code, as somebody would write them at the end of the file. */
const ADDED = `
  - id: pace
    page: pace
    kind: fields
    title: How fast do things change where you work?
    skip: Skip this
    staff: { part: beside }
    fields:
      - id: change
        kind: choice
        label: New tools at work
        refused: Choose one of the answers about new tools
        choices:
          - { id: yearly, words: Once a year or so }
          - { id: monthly, words: Every month }
      - id: trained
        kind: whole
        label: Days of training last year
        says: '{} days'
        least: { is: 0, refused: Days of training must be 0 or more }
        most: { is: 366, refused: There are 366 days in a year at most }
        refused: Days of training must be a whole number

  - id: team
    page: your-team
    kind: rows
    title: Who do you work with?
    check: Who you work with
    staff: { part: about, label: Works with }
    choices:
      - { id: daily, words: Every day }
      - { id: seldom, words: Seldom }
    rows:
      - { id: engineers, name: Engineers }
      - { id: buyers, name: Buyers }
`;

/** The address of the last question there is so far. */
const LAST = [...questionText().matchAll(/^ {4}page: (\S+)/gm)].at(-1)?.[1] ?? '';

describe('a question that is only shown is one entry of the file of questions', () => {
  let site: AssessmentApp;
  let browser: PlainBrowser;
  beforeAll(async () => {
    site = await assessmentApp(questionText() + ADDED);
    browser = await new PlainBrowser(site.app).get('/assessment?occupation=nurse');
    await browser.submit('/assessment/start');
    await browser.submit('/assessment/tasks', { skip: '1' });
    await browser.get(`/assessment/${LAST}`);
    await browser.submit(`/assessment/${LAST}`);
  });
  afterAll(() => site.close());

  it('is asked in its turn, refuses what is no answer at the field, and goes on', async () => {
    expect(browser.url).toBe('/assessment/pace');
    expect(browser.heading).toBe('How fast do things change where you work?');
    expect(browser.text).toMatch(/Question \d+ of \d+/);
    await browser.submit('/assessment/pace', { change: 'never', trained: '3.5' });
    expect(browser.status).toBe(422);
    expect(browser.errors).toEqual([
      'Choose one of the answers about new tools',
      'Days of training must be a whole number',
    ]);
    await browser.submit('/assessment/pace', { change: 'monthly', trained: '12' });
    expect(browser.url).toBe('/assessment/your-team');
    await browser.submit('/assessment/your-team', { engineers: 'daily' });
    expect(browser.heading).toBe('Check your answers');
  });

  it('is told back on the check page, changed from there, and shown again as it was answered', async () => {
    expect(browser.text).toContain('New tools at workEvery month');
    expect(browser.text).toContain('Days of training last year12 days');
    expect(browser.text).toContain('Who you work withEngineers: every day');
    await browser.get('/assessment/pace?from=check');
    expect(browser.root.querySelector('input[name=change][checked]')?.getAttribute('value')).toBe('monthly');
    expect(browser.root.querySelector('input[name=trained]')?.getAttribute('value')).toBe('12');
    await browser.submit('/assessment/pace', { change: 'yearly', trained: '12' });
    expect(browser.url).toBe('/assessment/check');
    expect(browser.text).toContain('New tools at workOnce a year or so');
  });

  it('is on the reviewer’s sheet and in the copy that the person takes', async () => {
    const service = site.app.get(AssessmentService, { strict: false });
    const completed = await service.complete(browser.cookies.get('assessment') ?? '');
    const sheet = answerRows(site.app.get(Questions, { strict: false }), completed);
    expect(sheet.about).toContainEqual({ question: 'Works with: Engineers', answer: 'Every day' });
    expect(sheet.beside).toEqual([
      { question: 'New tools at work', answer: 'Once a year or so' },
      { question: 'Days of training last year', answer: '12 days' },
    ]);
    const told = site.app.get(AssessmentQuestions, { strict: false }).told(completed.answers);
    const { answersInWords, answers } = answersExport(completed.answers, completed.result, told);
    expect(answersInWords.slice(-3)).toEqual([
      { question: 'New tools at work', answer: ['Once a year or so'] },
      { question: 'Days of training last year', answer: ['12 days'] },
      { question: 'Who you work with', answer: ['Engineers: every day'] },
    ]);
    expect(answers).toMatchObject({ pace: { change: 'yearly', trained: 12 }, team: { engineers: 'daily' } });
  });

  it('can be skipped, which erases what it held', async () => {
    await browser.get('/assessment/pace?from=check');
    await browser.submit('/assessment/pace', { skip: '1', change: 'nonsense' });
    expect(browser.url).toBe('/assessment/check');
    expect(browser.text).toContain('New tools at workLeft blank');
    expect(browser.text).toContain('Engineers: every day');
  });
});
