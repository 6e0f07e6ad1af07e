import type { EmployerRecord } from '@app/occupations';
import { byText } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { HEAD_OFFICE, sectionOfName, sectionOfSic } from '../sic-sections.js';

const SIZES: Readonly<Record<string, number>> = {
  'Not Provided': 0,
  'Less than 250': 0,
  '250 to 499': 250,
  '500 to 999': 500,
  '1000 to 4999': 1000,
  '5000 to 19,999': 5000,
  '20,000 or more': 20_000,
};
/** Only employers a person could reasonably look up: this many employees or more. */
const SMALLEST = 1000;

/**
 * Employers of 1,000 people or more with a known industry. Public bodies often report only `1` (the service's mark for the public
 * sector) or no code at all; theirs is then told by plain words of the name (council, NHS trust, university) and marked as such.
 * Others without a code are left out: a guess would name a wrong industry.
 */
export async function readEmployers(context: ImportContext): Promise<EmployerRecord[]> {
  const columns = ['EmployerName', 'SicCodes', 'EmployerSize', 'CurrentName'];
  const rows = await context.delimited('employers', { columns, minRows: 10_000 }, ',');
  const result: EmployerRecord[] = [];
  const small: string[] = [];
  const noIndustry: string[] = [];
  const headOffices: string[] = [];
  for (const row of rows) {
    const name = (row.text('CurrentName') || row.text('EmployerName')).replace(/\s+/g, ' ');
    if (name === '') row.fail('no name');
    const size = row.oneOf('EmployerSize', Object.keys(SIZES));
    const sections = new Set<string>();
    for (const sic of row.text('SicCodes').split(/[\s,]+/)) {
      if (sic === '') continue;
      if (!/^\d{1,5}$/.test(sic)) row.fail(`"${sic}" is not a SIC code`);
      const section = sectionOfSic(sic);
      if (section !== null) sections.add(section);
    }
    const sizeFrom = SIZES[size] ?? 0;
    if (sizeFrom < SMALLEST) small.push(name);
    else if (sections.size > 0)
      result.push({ name, sections: [...sections].sort(), basis: 'sic', sizeFrom, size });
    else if (row.text('SicCodes').includes(HEAD_OFFICE)) headOffices.push(name);
    else {
      const section = sectionOfName(name);
      if (section === null) noIndustry.push(name);
      else result.push({ name, sections: [section], basis: 'name', sizeFrom, size });
    }
  }
  context.leaveOut(
    'employers',
    `fewer than ${SMALLEST.toLocaleString('en-GB')} employees or size not given`,
    small,
  );
  context.leaveOut('employers', 'gives itself as a head office and no industry', headOffices);
  context.leaveOut('employers', 'no industry code, and none told by the name', noIndustry);
  return result.sort((a, b) => b.sizeFrom - a.sizeFrom || byText(a.name, b.name));
}
