import { Module } from '@nestjs/common';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { PaymentsModule } from '@app/payments';
import { ReviewModule } from '@app/review';

/** What commands that look after the product need of it. */
@Module({ imports: [ConfigModule, DatabaseModule.forRoot(), PaymentsModule, ReviewModule] })
export class CommandModule {}
