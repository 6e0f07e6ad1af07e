import { newId } from '@app/kernel';
import { type TestDesk, startDesk } from '../test-desk.builder.js';

let fixture: TestDesk;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture.stop());

const page = async (): Promise<string> => (await (await fixture.signedIn('support')).open('/jobs')).body;

describe('the jobs page', () => {
  it('says so when nothing runs by itself', async () => {
    expect(await page()).toContain('No worker has ever started');
  });

  it('shows how each schedule does, and the error of a failing one in its own words', async () => {
    await fixture.database.source.query(
      `insert into schedule_heartbeats (name, interval_seconds, watched_since, last_started, last_succeeded, last_failed, last_error, failures, failing)
       values ('thing.mend', 300, now() - interval '1 day', now(), now(), now() - interval '1 hour', 'An old story', 1, false),
              ('thing.sweep', 86400, now() - interval '1 day', now(), null, now(), 'The broom is <broken>', 3, true)`,
    );
    const shown = await page();
    const [mend = '', sweep = ''] = ['thing.mend', 'thing.sweep'].map(
      (name) => new RegExp(`<tr>\\s*<th scope="row">${name}.*?</tr>`, 's').exec(shown)?.[0],
    );
    expect(mend).toMatch(/every 5 minutes.*state-green">Well/s);
    expect(mend).not.toContain('An old story');
    expect(sweep).toMatch(
      /every 24 hours.*state-red">Failing.*no success so far.*The broom is &lt;broken&gt;/s,
    );
  });

  it('shows words even for a job that kept none', async () => {
    await fixture.database.source.query(
      `select graphile_worker.add_job('thing.make', json_build_object('id', $1::text), max_attempts := 1)`,
      [newId()],
    );
    await fixture.database.source.query('update graphile_worker._private_jobs set attempts = 1');
    expect(await page()).toContain('No words were kept.');
  });
});
