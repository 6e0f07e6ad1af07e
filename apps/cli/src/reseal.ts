import { SavedAssessments } from '@app/assessment';
import { OrdersService } from '@app/orders';
import { StaffService } from '@app/staff';
import { withApplication } from './commands/with-application.js';

/**
 * Seals anew with `APP_SECRET` whatever one of `APP_OLD_SECRETS` sealed; after that the old ones open nothing any more and can go.
 * @returns what was done, in words. @throws DomainError `seal_broken` when something opens with none of them.
 */
export async function resealAll(environment: NodeJS.ProcessEnv = {}): Promise<string> {
  return await withApplication(environment, async (app) => {
    const orders = await app.get(OrdersService).resealTokens();
    const results = await app.get(SavedAssessments).resealCodes();
    const secondFactors = await app.get(StaffService).resealSecrets();
    return (
      `Sealed anew: ${orders} order links, ${results} links to results, ${secondFactors} second factors. ` +
      'Everything opens with APP_SECRET alone: take APP_OLD_SECRETS away once every app runs with the new one.'
    );
  });
}
