import { Rechecks } from '@app/orders';
import { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());

describe('the re-check of a blueprint', () => {
  it('is opened by its link alone, splits the difference, takes changed answers, asks one question, and is exported and erased', async () => {
    const { person: buyer, orderId, page } = await fixture.buyer();
    const [{ id: ordered } = { id: '' }] = await fixture.query<{ id: string }>(
      'select assessment_id as id from orders where id = $1',
      [orderId],
    );
    const recheck = `${fixture.url}${page}/recheck`;
    const person = new Person();
    // Nothing is delivered yet: back to the order.
    await person.open(recheck);
    expect(person.here.url.pathname).toBe(page);
    await fixture.deliver(orderId);

    await person.open(recheck);
    expect(person.here.text).toMatch(/Your score is still \d+/);
    expect(person.here.text).toMatch(
      /You ?The answers are the same ?0.*The world ?The data have not changed since ?0.*Our method[^0-9]*0/,
    );

    // As if it had been made from older data.
    await fixture.query(
      `update assessments set result = jsonb_set(jsonb_set(result, '{score}', to_jsonb((result ->> 'score')::float - 5)), '{catalogueVersion}', '"old"') where id = $1`,
      [ordered],
    );
    await person.open(recheck);
    expect(person.here.text).toMatch(/The world ?Newer data about the tasks of your job ?\+5/);

    await person.submit({}, { action: `${page}/recheck/change` });
    expect(person.here.url.pathname).toBe('/assessment/check');
    await person.open(recheck);
    expect(person.here.text).toContain('You have begun to change your answers');
    await person.open('/assessment/week');
    await person.submit({ 'band_model-evaluation': 'some', 'band_feature-engineering': 'most' });
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    await person.open(recheck);
    const said = /You ?What is different in your answers ?([+−]\d+).*The world[^+−]*([+−]\d+)/.exec(
      person.here.text,
    );
    const points = (text = ''): number => Number(text.replace('−', '-'));
    const [, before, after] = /Your score was (\d+), and is (\d+) now/.exec(person.here.text) ?? [];
    expect(points(said?.[2])).toBe(5);
    expect(points(said?.[1]) + 5).toBe(Number(after) - Number(before));

    // Finished answers that are edited once more stay those of the re-check.
    await person.open('/assessment/week');
    await person.submit({ 'band_model-evaluation': 'none', 'band_feature-engineering': 'most' });
    await person.open(recheck);
    expect(person.here.text).toContain('You have begun to change your answers');
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    await person.open(recheck);
    expect(person.here.text).toContain('Worked out from the answers you have changed');

    await person.submit({ did: 'learn' }, { button: 'Send my answer', expected: 422 });
    expect(person.here.text).toContain('Choose whether it helped.');
    await person.submit({ did: 'learn', helped: 'some' }, { button: 'Send my answer' });
    expect(person.here.text).toContain('Thank you. Your answer is counted.');
    expect(await fixture.app.get(Rechecks, { strict: false }).counted()).toBeNull();

    await buyer.open(`${page}/data`);
    const { content } = await fixture.file(buyer, `${page}/data/export`);
    expect(content['recheck']).toMatchObject({ changedAnswers: true, did: 'learn', helped: 'some' });
    await buyer.open(`${page}/data/erase`);
    await buyer.submit({ sure: 'yes' }, { action: `${page}/data/erase` });
    expect(await fixture.query('select did, helped, assessment_id from rechecks')).toEqual([
      { did: null, helped: null, assessment_id: null },
    ]);
    expect(await fixture.query('select id from assessments where erased_at is null')).toEqual([]);
    await person.open(recheck);
    expect(person.here.url.pathname).toBe(page);
  });
});
