import { Calendars } from '@app/calendar';
import type { Command } from 'commander';
import { withApplication } from './with-application.js';

export function registerCalendarCommands(program: Command): void {
  program
    .command('calendar')
    .description('the calendar of bank holidays')
    .command('refresh')
    .description('ask the official feed (BANK_HOLIDAYS_URL) for bank holidays to come')
    .action(async () => {
      await withApplication({}, async (app) => {
        const { calendar, what } = await app.get(Calendars).refresh();
        if (what === 'not configured')
          console.log('BANK_HOLIDAYS_URL is not set, so there is nothing to ask.');
        console.log(
          `${what === 'extended' ? 'Extended: ' : ''}${calendar.version}, whole up to the end of ${calendar.lastYear}.`,
        );
      });
    });
}
