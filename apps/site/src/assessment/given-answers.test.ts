import { type AssessmentApp, assessmentApp } from './assessment-app.builder.js';
import { begun, begunWeek, PlainBrowser as Browser } from './plain-browser.builder.js';

const MLE = 'machine-learning-engineer';

describe('the answers that somebody has given', () => {
  let fixture: AssessmentApp;
  beforeAll(async () => {
    fixture = await assessmentApp();
  });
  afterAll(() => fixture.close());

  const begin = (): Promise<Browser> => begun(fixture, MLE);
  const toWeek = (tasks: string[]): Promise<Browser> => begunWeek(fixture, MLE, tasks);

  it('keeps what two tabs save, and says so when they save the same page', async () => {
    const one = await begin();
    const two = one.copy();
    await one.get('/assessment/about-you-work');
    await two.get('/assessment/moving');
    await one.submit('/assessment/about-you-work', { level: 'lead' });
    await two.submit('/assessment/moving', { lowestPay: '31000' });
    await two.get('/assessment/check');
    expect(two.text).toContain('I lead a team');
    expect(two.text).toContain('£31,000');
    const three = await two.copy().get('/assessment/about-you-work');
    await two.get('/assessment/about-you-work');
    await two.submit('/assessment/about-you-work', { level: 'mid' });
    await three.submit('/assessment/about-you-work', { level: 'junior' });
    expect(three.text).toContain('We kept the answers you have just sent');
  });

  it('goes on in another browser by the code; without one nothing is lost', async () => {
    const browser = await toWeek(['model-evaluation']);
    const code = browser.root.querySelector('.saved .code')?.textContent ?? '';
    const other = await new Browser(fixture.app).get('/assessment/week');
    expect([other.status, other.heading]).toEqual([404, 'This browser has no assessment open']);
    await other.submit('/assessment/resume', { code: 'wrong' });
    expect(other.status).toBe(422);
    await other.submit('/assessment/resume', { code: code.toLowerCase().replaceAll('-', '') });
    expect(other.url).toBe('/assessment/week');
    expect(other.text).toContain('Model evaluation');
    other.cookies.set('assessment', 'rubbish; drop');
    expect((await other.get('/assessment/result')).status).toBe(404);
  });

  it('changes an answer from the check page and comes back to it', async () => {
    const browser = await (
      await toWeek(['model-evaluation'])
    ).submit('/assessment/week', { 'band_model-evaluation': 'most' });
    await browser.get('/assessment/check');
    await browser.get('/assessment/about-you-work?from=check');
    await browser.submit('/assessment/about-you-work', { payBand: '30-40' });
    expect(browser.url).toBe('/assessment/check');
    expect(browser.text).toContain('£30,000 to £39,999');
  });

  it('asks once more, kindly, about answers that seldom go together, and goes on whatever is said', async () => {
    const browser = await (await begin()).submit('/assessment/tasks', { skip: '1' });
    await browser.get('/assessment/about-you-work');
    await browser.submit('/assessment/about-you-work', { level: 'junior', years: '45' });
    await browser.get('/assessment/check');
    expect(browser.text).toContain('45 years in this kind of work, and that you are starting out');
    await browser.get('/assessment/about-you-work?from=check');
    await browser.submit('/assessment/about-you-work', { level: 'senior', years: '45' });
    expect(browser.url).toBe('/assessment/check');
    expect(browser.text).not.toContain('Please look once more');
    await browser.submit('/assessment/check');
    expect(browser.url).toBe('/assessment/result');
  });

  it('leaves every question after the first result open to be skipped, and erases what is skipped later', async () => {
    const browser = await (await begin()).submit('/assessment/tasks', { skip: '1' });
    await browser.get('/assessment/ai-tools');
    for (const part of ['ai-tools', 'demands', 'about-you-work', 'skills', 'interests', 'moving'])
      await browser.submit(`/assessment/${part}`);
    await browser.get('/assessment/check');
    expect(browser.heading).toBe('Check your answers');
    await browser.get('/assessment/skills?from=check');
    await browser.submit('/assessment/skills', { 'skill_2-C-3-a': '5' });
    expect(browser.text).toContain('Computers and electronics: I could teach it');
    await browser.get('/assessment/skills?from=check');
    await browser.submit('/assessment/skills', { skip: '1' });
    expect(browser.text).not.toContain('I could teach it');
    await browser.submit('/assessment/check');
    expect(browser.heading).toBe('A typical week in your job scores 35 of 100');
    expect(browser.text).not.toContain('beside the tasks');
  });

  it('does not use answers about AI tools that were given for another job, and keeps them for the way back', async () => {
    const browser = await (await begin()).submit('/assessment/tasks', { skip: '1' });
    await browser.get('/assessment/ai-tools');
    await browser.submit('/assessment/ai-tools', { 'use_mlops-architecture': 'most' });
    const chosen = async (job: string): Promise<string> => {
      await browser.get(`/assessment/job?q=${job}`);
      await browser.submit('/assessment/job', { occupation: job });
      return (await browser.get('/assessment/check')).text;
    };
    expect(await chosen('nurse')).not.toContain('does most of it');
    expect(await chosen(MLE)).toContain('MLOps architecture: does most of it');
  });
});
