import type { Command } from 'commander';
import { Reconciliation, WebhookInbox } from '@app/payments';
import { withApplication } from './with-application.js';

export function registerPaymentCommands(program: Command): void {
  program
    .command('reconcile')
    .description("compare Stripe's list with ours and repair both ways")
    .action(async () => {
      await withApplication({}, async (app) => console.log(await app.get(Reconciliation).run()));
    });
  program
    .command('replay')
    .description('handle a stored Stripe event again')
    .argument('<event>', 'its id, evt_…')
    .action(async (event: string) => {
      await withApplication({}, async (app) => app.get(WebhookInbox).replay(event));
      console.log(`${event} is queued; the worker handles it now.`);
    });
}
