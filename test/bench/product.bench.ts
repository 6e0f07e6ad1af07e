import Fastify from 'fastify';
import { AMARA, loadFixtures } from '../../libs/blueprint/src/people.builder.js';
import { publicSite } from '../support/public-site.js';
import { sideBySide } from './measure.js';
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

const rows = [await occupationPage(), await freeResult()];
const missing: Row[] = [
  'first render of a page beside bare LiquidJS',
  'webhook intake beside one prepared insert',
  'an order from draft to acceptance beside its render',
].map((what) => ({ what, seen: '–', bar: '', pass: null, note: 'not measured yet' }));
if (!printTable('The product', [...rows, ...missing])) process.exitCode = 1;
