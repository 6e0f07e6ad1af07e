import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage } from '@app/http';
import { Catalogue } from '@app/occupations';
import { WholeCatalogue } from './whole-catalogue.js';
import { LastChanged } from './last-changed.js';
import { type SitemapEntry, sitemapIndexXml, sitemapXml } from './sitemap.js';

/** Pages whose figures come from the catalogue, so that they change when it does. */
const FIGURES = ['/', '/occupations', '/compare', '/method', '/evidence', '/changes', '/data'];
/** Pages of words. Nobody records the day each was last changed, so none is claimed. */
const WORDS = [
  ...['/assessment', '/blueprint', '/on-time', '/terms', '/privacy', '/cookies'],
  ...['/cancellation', '/complaints', '/accessibility'],
];

/** What search engines should know of: an index of three lists, each address with the day it truly last changed. */
@Controller()
export class SitemapController {
  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
    private readonly whole: WholeCatalogue,
    private readonly changed: LastChanged,
  ) {}

  @Get('sitemap.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  index(): string {
    const edited = this.catalogue.all().filter(({ kind }) => kind === 'edited');
    const newest = edited.map(({ slug }) => this.changed.report(slug)).reduce(later, this.changed.release);
    return sitemapIndexXml([
      this.entry('/sitemaps/pages.xml', this.changed.newest),
      this.entry('/sitemaps/edited-reports.xml', newest),
      this.entry('/sitemaps/data-reports.xml', this.changed.release),
    ]);
  }

  @Get('sitemaps/pages.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  pages(): string {
    const { newest } = this.changed;
    return sitemapXml([
      ...FIGURES.map((path) => this.entry(path, newest)),
      ...WORDS.map((path) => this.entry(path)),
    ]);
  }

  @Get('sitemaps/edited-reports.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  async editedReports(): Promise<string> {
    return await this.reports('edited');
  }

  @Get('sitemaps/data-reports.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  async dataReports(): Promise<string> {
    return await this.reports('data');
  }

  /** Reports that pass the consistency gate; the others ask not to be indexed. */
  private async reports(kind: 'edited' | 'data'): Promise<string> {
    const entries = (await this.whole.entries()).filter(
      ({ occupation, indexable }) => indexable && occupation.kind === kind,
    );
    return sitemapXml(
      entries.map(({ occupation: { slug } }) =>
        this.entry(`/occupations/${slug}`, this.changed.report(slug)),
      ),
    );
  }

  private entry(path: string, changed?: string): SitemapEntry {
    return { address: this.environment.SITE_URL + path, ...(changed === undefined ? {} : { changed }) };
  }
}

const later = (a: string, b: string): string => (a > b ? a : b);
