import { Assessment } from '@app/assessment';
import { type AssessmentApp, assessmentApp } from './assessment-app.builder.js';
import { begun, begunWeek, PlainBrowser as Browser } from './plain-browser.builder.js';

const MLE = 'machine-learning-engineer';

describe('the assessment over HTTP', () => {
  let fixture: AssessmentApp;
  beforeAll(async () => {
    fixture = await assessmentApp();
  });
  afterAll(() => fixture.close());

  const begin = (): Promise<Browser> => begun(fixture, MLE);
  const toWeek = (tasks: string[]): Promise<Browser> => begunWeek(fixture, MLE, tasks);

  it('goes on with the week when tasks were ticked on the report', async () => {
    const browser = await new Browser(fixture.app).get(
      `/assessment?occupation=${MLE}&task=model-evaluation&task=mlops-architecture&task=of-another-job`,
    );
    expect(browser.text).toContain('Of it you do Model evaluation; MLOps architecture. You can add others.');
    await browser.submit('/assessment/start');
    expect(browser.heading).toBe('How much of your week does each take?');
    expect(browser.fields('band_')).toEqual([
      'band_model-evaluation',
      'band_mlops-architecture',
      'band_other',
    ]);
    await browser.get('/assessment/tasks');
    expect(browser.root.querySelectorAll('input[name=task][checked]')).toHaveLength(2);
  });

  it('asks for the tasks on the start of a job, which is one page less', async () => {
    const browser = await new Browser(fixture.app).get(`/assessment?occupation=${MLE}`);
    expect(browser.heading).toBe('Machine learning engineer: which of these do you do?');
    const tasks = { task: ['model-evaluation', 'of-another-job'] };
    await browser.submit('/assessment/start', tasks);
    expect(browser.fields('band_')).toEqual(['band_model-evaluation', 'band_other']);

    const writer = await new Browser(fixture.app).get(`/assessment?occupation=${MLE}`);
    await writer.submit('/assessment/start', { ...tasks, way: 'own-tasks' });
    expect(writer.url).toBe('/assessment/tasks#own_1');
    expect(writer.root.querySelectorAll('input[name=task][checked]')).toHaveLength(1);

    const onlyOwn = await new Browser(fixture.app).get(`/assessment?occupation=${MLE}`);
    await onlyOwn.submit('/assessment/start', { way: 'own-tasks' });
    expect(onlyOwn.url).toBe('/assessment/tasks#own_1');
  });

  it('goes from the start to the full result without JavaScript', async () => {
    const browser = await new Browser(fixture.app).get('/assessment');
    expect(browser.status).toBe(200);
    await browser.submit('/assessment/start');
    expect(browser.heading).toBe('What is your job?');
    expect(browser.text).toMatch(/Question 1 of \d+/);
    await browser.get('/assessment/job?q=machine%20learning%20engineer');
    await browser.submit('/assessment/job', { occupation: MLE });
    expect(browser.heading).toBe('Which of these do you do?');
    expect(browser.root.querySelectorAll('input[checked]')).toHaveLength(0);
    await browser.submit('/assessment/tasks', {
      task: ['model-training-scripts', 'mlops-architecture'],
      own_1: 'Writing bids <b>',
      activity_1: '4.A.2.b.2',
    });
    expect(browser.heading).toBe('How much of your week does each take?');
    await browser.submit('/assessment/week', {
      'band_model-training-scripts': 'most',
      'band_mlops-architecture': 'little',
      'band_own-1': 'some',
    });
    expect(browser.heading).toMatch(
      /^Your week is very likely more exposed to AI than is typical: \d\d against \d\d$/,
    );
    expect(browser.text).toContain('Writing bids <b>');
    await browser.get('/assessment/ai-tools');
    await browser.submit('/assessment/ai-tools', { 'use_model-training-scripts': 'most' });
    await browser.submit('/assessment/demands', { mistakes: 'most', presence: 'little' });
    await browser.submit('/assessment/about-you-work', {
      level: 'senior',
      hoursPerWeek: '37.5',
      region: 'E12000007',
      years: '',
    });
    expect(browser.heading).toBe('How good are you at these?');
    const skills = browser.fields('skill_');
    expect(skills).toHaveLength(12);
    await browser.submit('/assessment/skills', Object.fromEntries(skills.map((name) => [name, '5'])));
    expect(browser.heading).toBe('What would you like to do?');
    const statements = browser.fields(/^[RIASEC]\d$/);
    await browser.submit(
      '/assessment/interests',
      Object.fromEntries(statements.map((name) => [name, name.startsWith('I') ? 'like' : 'dislike'])),
    );
    await browser.submit('/assessment/moving', { lowestPay: '£30k', avoid: ['shifts', 'exams'] });
    await browser.get('/assessment/check');
    expect(browser.heading).toBe('Check your answers');
    expect(browser.text).toContain('Shifts, nights or weekends');
    expect(browser.text).toContain('Model training scripts: does most of it');
    expect(browser.text).toContain('Answering for mistakes: most of it');
    await browser.submit('/assessment/check');
    expect(browser.url).toBe('/assessment/result');
    expect(browser.heading).toMatch(/more exposed/);
    for (const part of [
      'Stay and reshape your work',
      'Platform engineer',
      'usual in your job is 89%',
      'You rate yourself above what is usual in your job',
      'Your interests lie close to the work you do.',
      'Get your blueprint for £49',
      'not for use by employers',
      'Your AI exposure score',
      'What your answers beside the tasks add: +1.0',
      'You already work with AI tools: model training scripts.',
    ]) {
      expect(browser.text).toContain(part);
    }
    expect(browser.root.querySelector('a[href="/order/new"]')).not.toBeNull();
    const [row] = await fixture.database.source.manager.find(Assessment, {
      order: { createdAt: 'DESC', revision: 'DESC' },
      take: 1,
    });
    expect(row?.result?.score).toBeGreaterThan(40);
  });

  it('starts from a report with the job chosen', async () => {
    const browser = await new Browser(fixture.app).get(`/assessment/start?occupation=${MLE}`);
    expect(browser.url).toBe(`/assessment?occupation=${MLE}`);
    expect(browser.text).toContain('Machine learning engineer');
    expect((await browser.submit('/assessment/start')).url).toBe('/assessment/tasks');
  });

  it('degrades: no title, title alone, ticks; each says what it rests on', async () => {
    const unknown = await (await new Browser(fixture.app).get('/assessment')).submit('/assessment/start');
    await unknown.get('/assessment/job?q=zzqqzz');
    await unknown.submit('/assessment/job', { occupation: 'none' });
    expect(unknown.url).toBe('/assessment/family?title=zzqqzz');
    await unknown.submit('/assessment/family', { family: 'education', title: 'Wizard' });
    await unknown.submit('/assessment/tasks', { skip: '1' });
    expect(unknown.text).toContain('Based on your family of work alone');
    const title = await (await begin()).submit('/assessment/tasks', { skip: '1' });
    expect(title.heading).toBe('A typical week in your job scores 35 of 100');
    const ticks = await (await toWeek(['model-evaluation'])).submit('/assessment/week', { skip: '1' });
    expect(ticks.text).toContain('Based on the tasks you ticked');
    for (const browser of [unknown, title, ticks]) {
      await browser.get('/assessment/check');
      expect((await browser.submit('/assessment/check')).url).toBe('/assessment/result');
    }
  });

  it('gives a result of their own to people without a title', async () => {
    const byWay = async (way: string): Promise<Browser> => {
      const browser = await new Browser(fixture.app).get('/assessment');
      return browser.submit('/assessment/start', { way });
    };
    const scores = new Set<string>();
    for (const activity of ['4.A.3.a.2', '4.A.3.b.6']) {
      const browser = await byWay('no-title');
      await browser.submit('/assessment/family', { family: 'health', title: '' });
      await browser.submit('/assessment/tasks', { own_1: 'What I do all day', activity_1: activity });
      await browser.submit('/assessment/week', { 'band_own-1': 'most', band_other: 'little' });
      expect(browser.text).toContain('Based on your tasks and roughly how much of your week each takes.');
      scores.add(browser.heading);
    }
    // Two people of one family: what they do makes the week, and not the family's average.
    expect(scores.size).toBe(2);
  });

  it('asks somebody without work what they like first, then which work, then what they can do of it', async () => {
    const browser = await new Browser(fixture.app).get('/assessment');
    await browser.submit('/assessment/start', { way: 'not-in-work' });
    expect([browser.url, browser.heading]).toEqual(['/assessment/interests', 'What would you like to do?']);
    expect(browser.text).toMatch(/Question 1 of \d+.*What you like counts here, not a job you had/);
    // Somebody who would mend and build, and not sell.
    const answers = browser
      .fields(/^[RIASEC]\d$/)
      .map((name) => [name, name.startsWith('R') ? 'like' : name.startsWith('E') ? 'dislike' : 'neither']);
    await browser.submit('/assessment/interests', Object.fromEntries(answers) as Record<string, string>);
    expect(browser.url).toBe('/assessment/family');
    expect(browser.heading).toBe('What kind of work did you do, or want to do?');
    const families = browser.root.querySelectorAll('label.choice').map(({ textContent }) => textContent);
    expect(families[0]).toMatch(/close to what you like/);
    expect(families[0]).toMatch(/construction|engineering|transport|farming|manufactur/i);
    expect(families.filter((words) => words.includes('close to')).length).toBeLessThanOrEqual(3);
    // Whoever comes back goes on here, and the way back leads to what they like.
    expect(browser.root.querySelector('.back a')?.getAttribute('href')).toBe('/assessment/interests');
    await browser.submit('/assessment/family', { family: 'construction' });
    expect(browser.url).toBe('/assessment/tasks');
    const [first = ''] = browser.root
      .querySelectorAll('input[name=task]')
      .map((tick) => tick.getAttribute('value') ?? '');
    await browser.submit('/assessment/tasks', { task: first });
    await browser.submit('/assessment/week', { [`band_${first}`]: 'most' });
    await browser.get('/assessment/about-you-work');
    expect((await browser.submit('/assessment/about-you-work')).url).toBe('/assessment/moving');
    await browser.get('/assessment/check');
    await browser.submit('/assessment/check');
    expect(browser.url).toBe('/assessment/result');
    expect(browser.text).toMatch(/what you like/);
    expect(browser.text).not.toContain('You keep your job');
  });

  it('takes exact percentages, adds them up, and refuses more than a week', async () => {
    const browser = await toWeek(['model-evaluation', 'feature-engineering']);
    await browser.get('/assessment/week?as=exact');
    const fields = { 'percent_model-evaluation': '70', 'percent_feature-engineering': '50' };
    await browser.submit('/assessment/week', { ...fields, total: '1' });
    expect(browser.text).toContain('Your tasks add up to 120%. Take 20% off.');
    await browser.submit('/assessment/week', fields);
    expect(browser.status).toBe(422);
    expect(browser.errors).toEqual([
      'Your tasks add up to 120%: take 20% off, so that they make 100% or less',
    ]);
    await browser.submit('/assessment/week', { ...fields, 'percent_feature-engineering': '20 %' });
    expect(browser.text).toContain('the exact share of your week');
    await browser.get('/assessment/week');
    expect(browser.root.querySelector('#percent_feature-engineering')?.getAttribute('value')).toBe('20');
  });

  it('shows where to get help with a high score, and only then', async () => {
    const high = await (
      await toWeek(['hyperparameter-tuning', 'model-training-scripts'])
    ).submit('/assessment/week', {
      'band_hyperparameter-tuning': 'most',
      'band_model-training-scripts': 'little',
    });
    await (await high.get('/assessment/check')).submit('/assessment/check');
    expect(high.text).toContain('National Careers Service');
    const low = await (
      await toWeek(['mlops-architecture'])
    ).submit('/assessment/week', { 'band_mlops-architecture': 'most' });
    await (await low.get('/assessment/check')).submit('/assessment/check');
    expect(low.text).not.toContain('National Careers Service');
  });

  it('sends people who jump ahead to the first question that is open', async () => {
    const browser = await (await new Browser(fixture.app).get('/assessment')).submit('/assessment/start');
    for (const page of ['tasks', 'week', 'first-result', 'check', 'result']) {
      expect((await browser.get(`/assessment/${page}`)).heading).toBe('What is your job?');
    }
  });

  it('is never cached', async () => {
    const browser = await begin();
    const answer = await fixture.app.inject({
      url: '/assessment/tasks',
      headers: { accept: 'text/html', cookie: `assessment=${browser.cookies.get('assessment')}` },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
