import type { Command } from 'commander';
import { Environment } from '@app/config';
import { Reconciliation, StripeGateway, webhookFaults, WebhookInbox } from '@app/payments';
import { withApplication } from './with-application.js';

export function registerPaymentCommands(program: Command): void {
  program
    .command('reconcile')
    .description("compare Stripe's list with ours and repair both ways")
    .action(async () => {
      await withApplication({}, async (app) => console.log(await app.get(Reconciliation).run()));
    });
  program
    .command('stripe')
    .description('the Stripe account')
    .command('check')
    .description('compare the webhook endpoints of the account with what we act on (docs/stripe.md)')
    .action(async () => {
      await withApplication({}, async (app) => {
        const url = `${app.get(Environment).SITE_URL.replace(/\/$/, '')}/webhooks/stripe`;
        const faults = webhookFaults(url, await app.get(StripeGateway).webhookEndpoints());
        for (const fault of faults) console.log(fault);
        if (faults.length > 0) process.exitCode = 1;
        else console.log(`Every event that we act on is enabled at ${url}.`);
      });
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
