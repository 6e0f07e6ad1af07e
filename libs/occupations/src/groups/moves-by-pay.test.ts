import { DATA_FOLDER, loadDataset } from '../dataset/index.js';
import { faultInFile } from './fault-in-file.builder.js';
import { checkMovesByPay } from './moves-by-pay.js';

const dataset = loadDataset(DATA_FOLDER);

/** What the check says of one move from train drivers (8231) or nurses (2237), whose pay is known. */
function faultOf(from: string, move: string): string {
  const filler = ['9264', '9265', '9266']
    .map((to) => `  - { to: '${to}', why: for lower pay, route: a course }`)
    .join('\n');
  return faultInFile('8.yaml', `'${from}':\n  - ${move}\n${filler}\n`, (folder) =>
    checkMovesByPay(dataset, folder),
  );
}

describe('the moves that editors wrote', () => {
  it('say so where they pay much less, name the way where they pay much more, and the register where there is one', () => {
    expect(() => checkMovesByPay(dataset)).not.toThrow();
  });

  it.each([
    ['8231', "{ to: '8212', why: passengers all day }", '8.yaml:2: 8231: 8212 pays much less'],
    ['8231', "{ to: '8212', why: 'passengers all day, for lower pay', route: Driver CPC }", ''],
    [
      '8231',
      "{ to: '8212', why: 'passengers all day, for lower pay' }",
      '8.yaml:2: 8231: 8212 does not name its register',
    ],
    [
      '8231',
      "{ to: '8212', why: 'buses earn more', route: Driver CPC }",
      '8.yaml:2: 8231: 8212 pays less by the figures',
    ],
    [
      '2237',
      "{ to: '1139', why: 'wards known; pay is lower', route: matron }",
      '8.yaml:2: 2237: 1139 pays more by the figures',
    ],
    ['5241', "{ to: '3112', why: circuits known }", '8.yaml:2: 5241: 3112 pays much less'],
    // Paying a visit is not pay.
    ['8231', "{ to: '8212', why: payments known }", '8.yaml:2: 8231: 8212 pays much less'],
    ['2237', "{ to: '1139', why: wards known }", '8.yaml:2: 2237: 1139 pays much more and names no post'],
    ['2237', "{ to: '1139', why: wards known, route: matron first }", ''],
    ['2237', "{ to: '2232', why: 'wards known', route: NMC registration kept }", ''],
    [
      '4216',
      "{ to: '6133', why: the calm voice known }",
      '8.yaml:2: 4216: 6133 does not name its register (General Dental',
    ],
  ])('%s: %s: %s', (from, move, fault) => {
    const said = faultOf(from, move);
    if (fault === '') expect(said).toBe('');
    else expect(said).toContain(fault);
  });
});
