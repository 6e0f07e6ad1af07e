import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Catalogue } from '@app/occupations';

/** Has the search index built while the site starts, between other work: the first visitor who searches need not wait a second. */
@Injectable()
export class SearchWarmth implements OnApplicationBootstrap {
  constructor(private readonly catalogue: Catalogue) {}

  /** Does not wait for it, so the site listens at once. @throws ContentError when the file of everyday names is damaged */
  onApplicationBootstrap(): void {
    void this.catalogue.warmSearch();
  }
}
