import { Module } from '@nestjs/common';
import { Catalogue } from './catalogue.js';

/** Provides the {@link Catalogue}, read and checked at boot: a damaged data set stops the app with the file's name. */
@Module({
  providers: [{ provide: Catalogue, useFactory: () => Catalogue.load() }],
  exports: [Catalogue],
})
export class OccupationsModule {}
