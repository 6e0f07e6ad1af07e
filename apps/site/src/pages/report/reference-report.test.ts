import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { publicSite } from '../../../../../test/support/public-site.js';
import { wordsOf } from '../words.builder.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await publicSite();
});
afterAll(() => app.close());
const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
const words = async (url: string): Promise<string> => wordsOf((await get(url)).body);

describe('the reference report', () => {
  it('shows the fixed facts', async () => {
    const text = await words('/occupations/machine-learning-engineer');
    expect(text).toMatch(/AI exposure score 35 /);
    expect(text).toContain('early 2030s');
    for (const [role, score] of [
      ['Data scientist', 49],
      ['Machine learning engineer', 35],
      ['Solutions architect', 29],
      ['Nurse', 26],
    ] as const) {
      expect(text).toMatch(new RegExp(`${role} ${score} `));
    }
    expect(text).toMatch(/Biomedical engineer 67% match Cross-domain/);
    expect(text).toMatch(/Platform engineer 89% match Adjacent/);
    expect(text).toMatch(/Clinical trials manager 75% match Cross-domain/);
    expect(text).toMatch(/You need Biology Medicine and dentistry Chemistry Quality control analysis/);
    expect(text).toMatch(
      /Hyperparameter tuning .*? Optuna, Ray Tune, Weights &amp; Biases Sweeps, Vertex AI AutoML, Azure AutoML/,
    );
  });

  it('says what tools let people do more of, in words that the method page explains', async () => {
    const gains = 'What tools let people';
    const report = await words('/occupations/nurse');
    expect(report).toContain(`${gains} in this work do more of`);
    expect(report).toContain('a lot is 60 and more, some 35 to 59, a little below 35');
    const method = await words('/method');
    expect(method).toContain(`${gains} do more of`);
    expect(method).toContain('60 and more is “a lot”, from 35 to 59 “some”, below that “a little”');
  });

  it('gives its figures away', async () => {
    const json = (await get('/occupations/machine-learning-engineer/report.json')).json<{
      score: { value: number };
      tasks: unknown[];
      evidence: { dots: { measure: string; value: number | null }[]; routine: { value: number | null } };
    }>();
    expect([json.score.value, json.tasks.length]).toEqual([35, 7]);
    const withheld = json.evidence.dots.filter(({ value }) => value === null);
    expect(withheld.map(({ measure }) => measure).sort()).toEqual(['aioe', 'aioeLanguage']);
    expect(json.evidence.routine.value).toBeNull();
    const csv = (await get('/occupations/machine-learning-engineer/tasks.csv')).body;
    expect(csv).toMatch(/^occupation,Machine learning engineer\r\n/);
    expect(csv).toMatch(/\r\nHyperparameter tuning,\d+,\d+,\d+,High,"?Optuna/);
  });

  it('answers under its old names with a redirect for good', async () => {
    const answer = await get('/occupations/ml-engineer');
    expect([answer.statusCode, answer.headers['location']]).toEqual([
      301,
      '/occupations/machine-learning-engineer',
    ]);
    expect((await get('/occupations/no-such-job')).statusCode).toBe(404);
  });
});

it('draws the levels of a job where they differ, and says in a sentence where they do not', async () => {
  const [apart, alike] = [await get('/occupations/nurse'), await get('/occupations/lift-engineer')];
  expect([apart.body, alike.body].map((body) => body.includes('By how far you are into the job'))).toEqual([
    true,
    false,
  ]);
  expect(alike.body).toContain('the score and the window are the same');
  expect(apart.body).not.toContain('the score and the window are the same');
});
