import { Module } from '@nestjs/common';
import type { Command } from 'commander';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { PaymentsModule, Reconciliation, WebhookInbox } from '@app/payments';
import { withApplication } from './with-application.js';

@Module({ imports: [ConfigModule, DatabaseModule.forRoot(), PaymentsModule] })
class PaymentCommandModule {}

export function registerPaymentCommands(program: Command): void {
  program
    .command('reconcile')
    .description("compare Stripe's list with ours and repair both ways")
    .action(async () => {
      await withApplication(PaymentCommandModule, {}, async (app) => console.log(await app.get(Reconciliation).run()));
    });
  program
    .command('replay')
    .description('handle a stored Stripe event again')
    .argument('<event>', 'its id, evt_…')
    .action(async (event: string) => {
      await withApplication(PaymentCommandModule, {}, async (app) => app.get(WebhookInbox).replay(event));
      console.log(`${event} is queued; the worker handles it now.`);
    });
}
