import { Injectable } from '@nestjs/common';
import { Catalogue } from '@app/occupations';
import { readReleases, type Release } from './releases.js';

/**
 * When what a page says last changed, from the release of its figures and the month its editors wrote into the content: never from the
 * clock, and never from when a file was copied to a server.
 */
@Injectable()
export class LastChanged {
  readonly releases: readonly [Release, ...Release[]] = readReleases();

  constructor(private readonly catalogue: Catalogue) {}

  /** The day the running figures were released, `YYYY-MM-DD`. */
  get release(): string {
    const { dataset, modelVersion } = this.catalogue;
    const running = this.releases.find(
      (release) => release.dataset === dataset.version.split('-')[0] && release.model === modelVersion,
    );
    return (running ?? this.releases[0]).date;
  }

  /** The day one report last changed. Of a month that its editors name and that is later than the release, the first day. */
  report(slug: string): string {
    const month = this.catalogue.contentOf(slug)?.content.updated;
    return month !== undefined && month > this.release.slice(0, 7) ? `${month}-01` : this.release;
  }

  /** The newest change of any report. */
  get newest(): string {
    return this.catalogue
      .all()
      .map(({ slug }) => this.report(slug))
      .reduce((a, b) => (a > b ? a : b), this.release);
  }
}
