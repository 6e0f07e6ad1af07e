import { Module } from '@nestjs/common';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { PagesModule } from './pages/pages.module.js';

/** The public site: reports, assessment, order and download pages. One line for each area. */
@Module({
  imports: [ConfigModule, DatabaseModule.forRoot(), PagesModule],
})
export class AppModule {}
