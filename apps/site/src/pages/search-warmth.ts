import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Catalogue } from '@app/occupations';

/** Milliseconds. Every step of the index would hold up the first pages. */
const PATIENCE = 2_000;

/** Has the search index built soon after the site has started, between other work: who searches later need not wait a second. */
@Injectable()
export class SearchWarmth implements OnApplicationBootstrap {
  constructor(private readonly catalogue: Catalogue) {}

  /** Does not wait for it, so the site listens at once. @throws ContentError when the file of everyday names is damaged */
  onApplicationBootstrap(): void {
    void this.catalogue.warmSearch(PATIENCE);
  }
}
