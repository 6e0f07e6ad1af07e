import { Module } from '@nestjs/common';
import { CalendarModule } from '@app/calendar';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeskPagesModule } from './desk-pages.module.js';

/** The staff review console. */
@Module({ imports: [ConfigModule, DatabaseModule.forRoot(), CalendarModule, DeskPagesModule] })
export class DeskModule {}
