import type { ApprenticeshipRecord } from '@app/occupations';
import { byText } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** The list's notes: no public funding for new starts from 1 September 2026, retired, or closed to starts, though the status says open. */
const LEAVING = new Set([
  ...['ST0007', 'ST0170', 'ST0192', 'ST0272', 'ST0330', 'ST0384', 'ST0385', 'ST0386', 'ST0556', 'ST0708'],
  ...['ST0809', 'ST0843', 'ST0945', 'ST1016', 'ST1379', 'ST1380', 'ST0181', 'ST0472', 'ST0154'],
]);

const COLUMNS = [
  ...['reference', 'version', 'name', 'level', 'status', 'max_funding_gbp', 'typical_months'],
  ...['regulated', 'professional_recognition'],
];

/** Apprenticeships of England by reference: standards, foundation apprenticeships and units. */
export async function readApprenticeships(
  context: ImportContext,
  minRows = 700,
): Promise<ApprenticeshipRecord[]> {
  const rows = await context.delimited('apprenticeships', { columns: COLUMNS, minRows }, ',');
  const seen = new Set<string>();
  const records = rows.map((row): ApprenticeshipRecord => {
    const reference = row.code('reference', /^[A-Z]{2,3}\d{4}$/);
    if (seen.has(reference)) row.fail(`${reference} stands twice`);
    seen.add(reference);
    const name = row.text('name');
    if (name === '') row.fail('no name');
    const months = row.optionalNumber('typical_months', 1, 96);
    const recognition = row.text('professional_recognition');
    const status = row.oneOf('status', ['open', 'paused']);
    return {
      reference,
      version: row.code('version', /^\d+\.\d+$/),
      name,
      level: row.number('level', 1, 8),
      status: status === 'open' && LEAVING.has(reference) ? 'leaving' : status,
      fundingBand: row.number('max_funding_gbp', 0, 50_000),
      ...(months === null ? {} : { months }),
      regulated: row.text('regulated').startsWith('Y'),
      ...(recognition === '' ? {} : { recognition }),
    };
  });
  return records.sort((a, b) => byText(a.reference, b.reference));
}
