import { Module } from '@nestjs/common';
import { CalendarModule } from '@app/calendar';
import { ConfigModule } from '@app/config';
import { DatabaseModule, SILENCE } from '@app/database';
import { DeskPagesModule } from './desk-pages.module.js';

/** The staff review console. */
@Module({
  imports: [ConfigModule, DatabaseModule.forRoot({ silence: SILENCE }), CalendarModule, DeskPagesModule],
})
export class DeskModule {}
