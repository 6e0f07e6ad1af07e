import { type TestDesk, startDesk } from '../test-desk.builder.js';
import { FIGURES } from './figure-list.js';

let fixture: TestDesk;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture.stop());

describe('the figures of the desk', () => {
  it('are charts with the same figures in a table, each with how it is counted', async () => {
    const { body } = await (await fixture.signedIn('manager')).open('/figures');
    for (const { title, means } of FIGURES) {
      expect(body).toContain(`<title id=`);
      expect([title, body.includes(`>${title}, by week</title>`)]).toEqual([title, true]);
      expect([title, body.includes(`<th scope="col">${title}</th>`)]).toEqual([title, true]);
      expect([title, body.includes(means)]).toEqual([title, true]);
    }
    expect(body.match(/<th scope="row" class="nowrap">/g)).toHaveLength(13);
  });

  it('are a file for a spreadsheet, in which nothing can be a formula', async () => {
    const { body, status } = await (await fixture.signedIn('auditor')).open('/figures/weeks.csv');
    const lines = body.trim().split('\r\n');
    expect([status, lines.length]).toEqual([200, 14]);
    for (const line of lines)
      expect(line.replace(/^\ufeff/, '')).toMatch(/^"[^"=+\-@|%]*[^"]*"(,"([^"=+\-@|%][^"]*)?")*$/);
    expect(lines[0]?.split('","')).toHaveLength(FIGURES.length + 2);
  });
});
