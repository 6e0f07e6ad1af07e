import { Module } from '@nestjs/common';
import { OccupationsModule } from '@app/occupations';
import { ChangesController } from './changes.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { LastChanged } from './last-changed.js';
import { WellKnownController } from './well-known.controller.js';
import { SharePicturesController } from './share-pictures.controller.js';
import { SharePictures } from './share-pictures.js';
import { SitemapController } from './sitemap.controller.js';
import { WholeCatalogue } from './whole-catalogue.js';

/** What lets the public pages be found and shared: for search engines, feed readers and messengers. */
@Module({
  imports: [OccupationsModule],
  providers: [LastChanged, SharePictures, WholeCatalogue],
  controllers: [
    ChangesController,
    EvidenceController,
    WellKnownController,
    SharePicturesController,
    SitemapController,
  ],
  exports: [SharePictures, WholeCatalogue],
})
export class DiscoveryModule {}
