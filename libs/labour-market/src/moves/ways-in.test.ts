import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER, loadDataset } from '@app/occupations';
import { readRoutes } from '../routes/prepared-routes.js';
import { checkWaysIn } from './ways-in.js';

const MONTHS = new Map(
  Object.entries({ '2451': 84, '2452': 24, '3120': 0 }).map(([code, from]) => [
    code,
    { months: { from, to: 96 } },
  ]),
);

/** What the check says of one file of moves. */
function faultsOf(moves: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'moves-'));
  try {
    writeFileSync(join(folder, '3.yaml'), moves);
    checkWaysIn(MONTHS, folder);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const moves = (code: string, ...first: string[]): string =>
  [`'${code}':`, ...first, "{ to: '9001', why: w }", "{ to: '9002', why: w }", "{ to: '9003', why: w }"]
    .map((line, index) => (index === 0 ? line : `  - ${line}`))
    .join('\n');

describe('the moves that pages print', () => {
  it('name the way into work of another field that takes a year or more', () => {
    expect(() => checkWaysIn(readRoutes(loadDataset(DATA_FOLDER)))).not.toThrow();
  });

  it.each([
    [
      'a long way, none named',
      moves('3114', "{ to: '2451', why: drawings }"),
      '3.yaml:2: 3114: the way into 2451 takes 84',
    ],
    ['a long way, named', moves('3114', "{ to: '2451', why: drawings, route: a degree }"), ''],
    ['a short way', moves('2111', "{ to: '3120', why: drawings }"), ''],
    ['the trade beside', moves('2452', "{ to: '2451', why: drawings }"), ''],
    ['a fourth move', moves('3114').concat("\n  - { to: '2451', why: drawings }"), ''],
  ])('%s', (_, file, fault) => {
    if (fault === '') expect(faultsOf(file)).toBe('');
    else expect(faultsOf(file)).toContain(fault);
  });
});
