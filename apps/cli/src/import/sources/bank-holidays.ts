import type { BankHoliday } from '@app/occupations';
import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';
import { readSource } from '../read-delimited.js';

/** Bank holidays of England and Wales by date. */
export async function readBankHolidays(context: ImportContext): Promise<BankHoliday[]> {
  const file = context.file('bankHolidays');
  let parsed: unknown;
  try {
    parsed = JSON.parse((await readSource(context.folder, file)).toString('utf8'));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(file, null, 'not valid JSON: the file is damaged or cut');
  }
  const events = (parsed as { 'england-and-wales'?: { events?: unknown } })['england-and-wales']?.events;
  if (!Array.isArray(events) || events.length < context.least(100))
    throw new ImportError(file, null, 'no list of days for England and Wales');
  const days = events.map((event: { date?: unknown; title?: unknown }, index): BankHoliday => {
    const { date, title } = event;
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || typeof title !== 'string') {
      throw new ImportError(file, index + 1, 'a day without date or title');
    }
    return { date, title };
  });
  context.tally('bankHolidays', days.length);
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}
