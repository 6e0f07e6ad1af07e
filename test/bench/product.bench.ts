import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { AMARA, loadFixtures } from '../../libs/blueprint/src/people.builder.js';
import { startEmbeddedServer } from '../../libs/database/src/embedded-server.js';
import { publicSite } from '../support/public-site.js';
import { sideBySide } from './measure.js';
import { firstRender } from './product/first-render.js';
import { milliseconds, printTable, progress, type Row } from './ratio-table.js';

const PAGE = { url: '/occupations/machine-learning-engineer', headers: { 'accept-encoding': 'br' } } as const;

/** A warm occupation page beside a bare Fastify server that sends the same bytes. Requests are injected, so no socket is measured. */
async function occupationPage(): Promise<Row> {
  progress('an occupation page beside bare Fastify');
  const site = await publicSite({ LOG_LEVEL: 'silent' });
  const bare = Fastify();
  try {
    const ours = site.getHttpAdapter().getInstance();
    const { rawPayload, headers } = await ours.inject(PAGE);
    bare.get(PAGE.url, (_request, reply) => reply.headers(headers).send(rawPayload));
    await bare.ready();
    const seen = await sideBySide([() => bare.inject(PAGE), () => ours.inject(PAGE)], {
      calls: 200,
      warmUp: 500,
    });
    const share = seen.ratio(0, 1);
    return {
      what: 'a warm occupation page: its share of what bare Fastify gives for the same bytes',
      seen: `${Math.round(100 * share)}%`,
      bar: '≥ 60%',
      pass: share >= 0.6,
      note: `${milliseconds(seen.cpu[1] ?? NaN)} beside ${milliseconds(seen.cpu[0] ?? NaN)} of CPU`,
    };
  } finally {
    await site.close();
    await bare.close();
  }
}

/** The free result after the last answer, its 4,000 draws included. */
async function freeResult(): Promise<Row> {
  progress('the free result');
  const { scorer } = await loadFixtures();
  const seen = await sideBySide([() => scorer.score(AMARA.answers)], { calls: 20 });
  const cpu = seen.cpu[0] ?? NaN;
  return {
    what: 'the free result after the last answer',
    seen: milliseconds(cpu),
    bar: '< 20 ms',
    pass: cpu < 20,
    note: 'CPU, 4,000 draws included',
  };
}

/** What needs a database has one of its own. */
async function withDatabase(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer(join(folder, 'data'), { lasting: false });
  process.env['TEST_DATABASE_URL'] = server.url;
  try {
    const { TestSite } = await import('../support/your-data/test-site.js');
    const { webhookIntake, wholeOrder } = await import('./product/with-database.js');
    const site = await TestSite.open({ LOG_LEVEL: 'silent' });
    try {
      return [await webhookIntake(site), await wholeOrder(site)];
    } finally {
      await site.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = [await occupationPage(), await firstRender(), await freeResult(), ...(await withDatabase())];
if (!printTable('The product', rows)) process.exitCode = 1;
