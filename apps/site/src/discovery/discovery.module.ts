import { Module } from '@nestjs/common';
import { OccupationsModule } from '@app/occupations';
import { PagesModule } from '../pages/pages.module.js';
import { ChangesController } from './changes.controller.js';
import { LastChanged } from './last-changed.js';
import { RobotsController } from './robots.controller.js';
import { SharePicturesController } from './share-pictures.controller.js';
import { SitemapController } from './sitemap.controller.js';

/** What lets the public pages be found and shared: for search engines, feed readers and messengers. */
@Module({
  imports: [OccupationsModule, PagesModule],
  providers: [LastChanged],
  controllers: [ChangesController, RobotsController, SharePicturesController, SitemapController],
})
export class DiscoveryModule {}
