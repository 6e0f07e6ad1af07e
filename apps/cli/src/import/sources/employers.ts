import type { EmployerRecord } from '@app/occupations';
import { byText } from '../codes.js';
import type { ImportContext } from '../import-context.js';

const SIZES: Readonly<Record<string, number>> = {
  'Not Provided': 0,
  'Less than 250': 0,
  '250 to 499': 250,
  '500 to 999': 500,
  '1000 to 4999': 1000,
  '5000 to 19,999': 5000,
  '20,000 or more': 20_000,
};

/** From this size on an employer has to publish its pay gap; smaller ones are in the file by their own choice. */
const SMALLEST = 250;
/** The service's own mark for a public body; no industry. */
const PUBLIC_BODY = '1';

/**
 * Employers of 250 people or more with their industry codes, five digits each: the file drops a leading nought (`1470` is 01470). Public
 * bodies often give no code, or only the service's mark: they stay, to be told by their names.
 */
export async function readEmployers(context: ImportContext): Promise<EmployerRecord[]> {
  const columns = ['EmployerName', 'PostCode', 'SicCodes', 'EmployerSize', 'CurrentName'];
  const rows = await context.delimited('employers', { columns, minRows: 10_000 }, ',');
  const result: EmployerRecord[] = [];
  const small: string[] = [];
  for (const row of rows) {
    const name = (row.text('CurrentName') || row.text('EmployerName')).replace(/\s+/g, ' ');
    if (name === '') row.fail('no name');
    const size = row.oneOf('EmployerSize', Object.keys(SIZES));
    const codes = row
      .text('SicCodes')
      .split(/[\s,]+/)
      .filter((sic) => sic !== '' && sic !== PUBLIC_BODY);
    for (const sic of codes) if (!/^\d{4,5}$/.test(sic)) row.fail(`"${sic}" is not a SIC code`);
    const sizeFrom = SIZES[size] ?? 0;
    if (sizeFrom < SMALLEST) small.push(name);
    else
      result.push({
        name,
        sic: codes.map((sic) => sic.padStart(5, '0')).sort(),
        place: districtOf(row.text('PostCode')),
        sizeFrom,
        size,
      });
  }
  context.leaveOut('employers', `fewer than ${SMALLEST} employees or size not given`, small);
  return result.sort((a, b) => b.sizeFrom - a.sizeFrom || byText(a.name, b.name));
}

/** The outward part of a postcode (`CF10` of `CF10 4UW`, `cf104uw` or `UK CF10 4UW`), or nothing when it is none. */
function districtOf(postcode: string): string {
  const packed = postcode.toUpperCase().replace(/^UK\b/, '').replace(/\s+/g, '');
  return /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(packed)?.[1] ?? '';
}
