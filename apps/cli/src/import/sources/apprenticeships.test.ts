import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportContext } from '../import-context.js';
import { SOURCES } from '../source-list.js';
import { readApprenticeships } from './apprenticeships.js';

const HEAD =
  'reference,version,name,programme,level,route,status,degree,max_funding_gbp,typical_months,regulated,professional_recognition,job_titles';
const ROWS = [
  'ST1472,2.0,Administration assistant,standard,2,Business,open,,4000,12,N,,Admin assistant;Clerk',
  'ST0170,1.1,"Cabin crew, long haul",standard,3,Transport,open,,6000,12,N,Civil Aviation Authority,Cabin crew',
  'AU0001,1.0,A unit,unit,4,,paused,,1000,,Y,,',
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apprenticeships-'));
  mkdirSync(join(folder, 'apprenticeships'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (...rows: readonly string[]) => {
  writeFileSync(join(folder, SOURCES.apprenticeships.file), `${[HEAD, ...rows].join('\n')}\n`);
  return readApprenticeships(new ImportContext(folder, () => undefined), 1);
};

describe('the list of apprenticeships', () => {
  it('is read by reference, and says which open ones lose their public money', async () => {
    const [unit, crew, assistant] = await read(...ROWS);
    expect(unit).toEqual({
      reference: 'AU0001',
      version: '1.0',
      name: 'A unit',
      level: 4,
      status: 'paused',
      fundingBand: 1000,
      regulated: true,
    });
    expect(crew).toMatchObject({
      name: 'Cabin crew, long haul',
      status: 'leaving',
      months: 12,
      recognition: 'Civil Aviation Authority',
    });
    expect(assistant).toMatchObject({ reference: 'ST1472', status: 'open', fundingBand: 4000 });
  });

  it.each([
    ['a reference of another form', '1472,2.0,A,standard,2,,open,,4000,12,N,,', 'not a valid code'],
    ['a reference that stands twice', ROWS[0] ?? '', 'ST1472 stands twice'],
    ['a level beyond 8', 'ST0001,2.0,A,standard,9,,open,,4000,12,N,,', 'outside 1 to 8'],
    ['a status nobody knows', 'ST0001,2.0,A,standard,2,,closed,,4000,12,N,,', 'expected one of open'],
    ['no name', 'ST0001,2.0,,standard,2,,open,,4000,12,N,,', 'no name'],
  ])('is refused with %s', async (_name, row, reason) => {
    await expect(read(...ROWS, row)).rejects.toMatchObject({
      row: 5,
      reason: expect.stringContaining(reason),
    });
  });
});
