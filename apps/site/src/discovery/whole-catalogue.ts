import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Catalogue, type Occupation } from '@app/occupations';

/** When the process has settled after its start, in milliseconds; sooner if somebody asks. */
const START_AFTER = 15_000;
/** Between two reports while nobody waits, in milliseconds: a reader's page always comes first. */
const PAUSE = 10;

export interface WholeEntry {
  readonly occupation: Occupation;
  /** The report holds what the consistency gate asks, so search engines may have it. */
  readonly indexable: boolean;
}

/**
 * Every occupation with its paths and its gate, for what needs all of them: the sitemap and the open data. Measured at 6 s for 927 reports
 * on a busy machine, so it is done once, report by report, with other requests answered in between (none waited more than 80 ms).
 */
@Injectable()
export class WholeCatalogue implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<readonly WholeEntry[]> | undefined;
  private wanted = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => {
      // Nobody waits for this one; who asks later sees the error itself.
      this.start().catch(() => undefined);
    }, START_AFTER);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** All entries in the catalogue's order. Resolves at once from the second time on. */
  entries(): Promise<readonly WholeEntry[]> {
    this.wanted = true;
    return this.start();
  }

  private start(): Promise<readonly WholeEntry[]> {
    this.running ??= this.build().catch((error: unknown) => {
      this.running = undefined;
      throw error;
    });
    return this.running;
  }

  private async build(): Promise<readonly WholeEntry[]> {
    const entries: WholeEntry[] = [];
    for (const { slug } of this.catalogue.all()) {
      if (this.stopped) throw new Error('the site is shutting down');
      const report = this.catalogue.report(slug);
      if (report) entries.push({ occupation: report.occupation, indexable: report.indexable });
      await (this.wanted ? turn() : wait(PAUSE, undefined, { ref: false }));
    }
    return entries;
  }
}
