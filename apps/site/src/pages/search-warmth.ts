import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Catalogue } from '@app/occupations';

/** Milliseconds. Gathering the titles takes half a second, and every step of the index would hold up the first pages. */
const PATIENCE = 2_000;

/** Has the search index built soon after the site has started, between other work: who searches later need not wait a second. */
@Injectable()
export class SearchWarmth implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  /** The site listens at once. A damaged file of everyday names ends the process with its name and line, as it would any start. */
  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.catalogue.warmSearch(), PATIENCE);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }
}
