import { type AssessmentApp, assessmentApp } from './assessment-app.builder.js';
import { begun, PlainBrowser as Browser } from './plain-browser.builder.js';

let fixture: AssessmentApp;
beforeAll(async () => {
  fixture = await assessmentApp();
});
afterAll(() => fixture.close());

const begin = (): Promise<Browser> => begun(fixture, 'machine-learning-engineer');

describe('the assessment puts bad input back with the values kept', () => {
  const kept = (browser: Browser, name: string): string | undefined =>
    browser.root.querySelector(`[name="${name}"]`)?.getAttribute('value');

  it('job and family', async () => {
    const browser = await (await new Browser(fixture.app).get('/assessment')).submit('/assessment/start');
    await browser.get('/assessment/job?q=nurse');
    await browser.submit('/assessment/job', {});
    expect([browser.status, browser.errors.length, kept(browser, 'q')]).toEqual([422, 1, 'nurse']);
    await browser.submit('/assessment/job', { occupation: '../../etc' });
    expect(browser.status).toBe(422);
    await browser.get('/assessment/family');
    await browser.submit('/assessment/family', { title: 'Wizard', family: '__proto__' });
    expect([browser.status, kept(browser, 'title')]).toEqual([422, 'Wizard']);
  });

  it('tasks', async () => {
    const browser = await begin();
    await browser.submit('/assessment/tasks', {});
    expect([browser.status, browser.errors]).toEqual([
      422,
      ['Tick at least one task, or add one of your own'],
    ]);
    await browser.submit('/assessment/tasks', {
      task: ['model-evaluation', 'not-a-task'],
      own_2: 'Teaching',
      activity_1: '4.A.2.b.2',
    });
    expect(browser.status).toBe(422);
    expect(browser.errors).toHaveLength(2);
    expect(kept(browser, 'own_2')).toBe('Teaching');
    expect(browser.root.querySelectorAll('input[type=checkbox][checked]')).toHaveLength(1);
  });

  it('week', async () => {
    const browser = await begin();
    await browser.submit('/assessment/tasks', { task: ['model-evaluation', 'feature-engineering'] });
    await browser.submit('/assessment/week', {
      'band_model-evaluation': 'some',
      'band_feature-engineering': 'everything',
    });
    expect([browser.status, browser.errors]).toEqual([
      422,
      ['Choose how much of the week “Feature engineering” takes'],
    ]);
    expect(
      browser.root.querySelector('input[name="band_model-evaluation"][checked]')?.getAttribute('value'),
    ).toBe('some');
    await browser.submit('/assessment/week', {
      'band_model-evaluation': 'none',
      'band_feature-engineering': 'none',
    });
    expect(browser.status).toBe(422);
    await browser.get('/assessment/week?as=exact');
    await browser.submit('/assessment/week', { 'percent_model-evaluation': 'a lot' });
    expect([browser.status, kept(browser, 'percent_model-evaluation')]).toEqual([422, 'a lot']);
  });

  it('about your work, and moving', async () => {
    const browser = await begin();
    await browser.get('/assessment/about-you-work');
    await browser.submit('/assessment/about-you-work', {
      years: '600',
      hoursPerWeek: 'full time',
      region: 'MARS',
      level: 'senior',
    });
    expect([browser.status, browser.errors.length]).toEqual([422, 3]);
    expect(kept(browser, 'hoursPerWeek')).toBe('full time');
    expect(browser.errors).toContain('Hours in a usual week must be a number, like 37.5');
    expect(browser.root.querySelector('input[name=level][checked]')?.getAttribute('value')).toBe('senior');
    await browser.get('/assessment/moving');
    await browser.submit('/assessment/moving', {
      lowestPay: '-5',
      avoid: ['exams', 'nonsense'],
      budget: '500',
    });
    expect(browser.status).toBe(422);
    expect(kept(browser, 'budget')).toBe('500');
    expect(browser.root.querySelectorAll('input[name=avoid][checked]')).toHaveLength(1);
  });

  it('with every error pointing at a field that is there', async () => {
    const browser = await begin();
    const pages: [string, string, Record<string, string>][] = [
      ['/assessment/job?q=nurse', '/assessment/job', {}],
      ['/assessment/family', '/assessment/family', {}],
      ['/assessment/tasks', '/assessment/tasks', { activity_1: '4.A.2.b.2', own_2: 'x' }],
      [
        '/assessment/about-you-work',
        '/assessment/about-you-work',
        { years: 'x', hoursPerWeek: 'x', level: 'x', sector: 'x', region: 'x', payBand: 'x' },
      ],
      [
        '/assessment/moving',
        '/assessment/moving',
        {
          lowestPay: 'x',
          monthsToTrain: 'x',
          travel: 'x',
          budget: 'x',
          hoursPerWeekForLearning: 'x',
          avoid: 'x',
        },
      ],
      ['/assessment/ai-tools', '/assessment/ai-tools', { 'use_mlops-architecture': 'x' }],
      ['/assessment/demands', '/assessment/demands', { presence: 'x', mistakes: '__proto__' }],
      ['/assessment/skills', '/assessment/skills', { 'skill_2-C-3-a': '9' }],
      ['/assessment/interests', '/assessment/interests', { R1: 'x', C3: 'x' }],
      ['/assessment/resume', '/assessment/resume', { code: 'x' }],
    ];
    for (const [page, action, fields] of pages) {
      await (await browser.get(page)).submit(action, fields);
      const targets = browser.root
        .querySelectorAll('.error-summary a')
        .map((link) => link.getAttribute('href') ?? '');
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets)
        expect([action, target, browser.root.querySelector(target) !== null]).toEqual([action, target, true]);
    }
  });
});
