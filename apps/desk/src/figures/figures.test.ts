import { FigureCount } from '@app/desk-reading';
import { tamper } from '@app/testing';
import { DataSource } from 'typeorm';
import { ReviewScene } from '../../../../libs/review/src/review-scene.builder.js';
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

  it('say how many decisions are not in them yet', async () => {
    const scene = new ReviewScene(fixture.app.get(DataSource), fixture.clock);
    const { reviewId } = await scene.review();
    const { staffId } = await scene.staff('Kim');
    await tamper(
      fixture.database.source,
      `update reviews set state = 'returned', reason = 'Too vague.', decided_by = $2, decided_at = $3 where id = $1`,
      [reviewId, staffId, fixture.clock.now()],
    );
    const manager = await fixture.signedIn('manager');
    expect((await manager.open('/figures')).body).toContain('1 decision is not in these figures yet.');
    await fixture.app.get(FigureCount).count();
    expect((await manager.open('/figures')).body).not.toContain('in these figures yet');
  });
});
