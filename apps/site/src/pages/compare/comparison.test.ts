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

describe('the comparison', () => {
  it('shows score, range, window, percentile and pay, and claims only what the ranges allow', async () => {
    const text = await words('/compare?role=nurse&role=data-scientist');
    expect(text).toMatch(/A clear difference: 49 for data scientist, 26 for nurse/);
    expect(text).toMatch(
      /Nurse Health and care 26 Low, likely \d+–\d+ More than 10 years \d+% of UK workers £\d\d,\d{3}/,
    );
    expect(await words('/compare?role=machine-learning-engineer&role=solutions-architect')).toContain(
      'Too close to tell apart: 35 for machine learning engineer and 29 for solutions architect',
    );
  });

  it('says what is wrong at the field, in the title and with the status', async () => {
    const answer = await get('/compare?role=zzzzqqq&role=nurse&role=&role=');
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([422, 'no-store']);
    expect(answer.body).toContain('<title>Error: ');
    expect(answer.body).toContain('href="#role-1"');
    expect(answer.body).toMatch(
      /id="role-1" name="role" value="zzzzqqq"[^>]* aria-describedby="role-1-error"/,
    );
  });

  it('escapes what was typed', async () => {
    const { body } = await get('/compare?role=%3Cimg+src%3Dx%3E&role=nurse');
    expect(body).not.toContain('<img src=x>');
  });

  it('is linked from the navigation and from each report', async () => {
    const { body } = await get('/occupations/nurse');
    expect(body).toContain('href="/compare"');
    expect(body).toContain('href="/compare?role=nurse"');
    const start = (await get('/compare?role=nurse')).body;
    expect(start).toMatch(/id="role-1" name="role" value="Nurse"/);
    expect(start).toMatch(/href="\/compare\?role=[^"]*role=nurse/);
  });
});
