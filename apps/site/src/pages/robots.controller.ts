import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage } from '@app/http';
import { Catalogue } from '@app/occupations';

const PAGES = [
  '',
  '/occupations',
  '/blueprint',
  '/method',
  '/terms',
  '/privacy',
  '/cookies',
  '/cancellation',
  '/complaints',
  '/accessibility',
];

/** What search engines may read. */
@Controller()
export class RobotsController {
  private urls: string | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('robots.txt')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const closed = ['/assessment', '/order', '/orders', '/download', '/webhooks'].map(
      (path) => `Disallow: ${path}`,
    );
    return ['User-agent: *', ...closed, '', `Sitemap: ${this.environment.SITE_URL}/sitemap.xml`, ''].join(
      '\n',
    );
  }

  @Get('sitemap.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  sitemap(): string {
    this.urls ??= this.allUrls();
    return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${this.urls}</urlset>`;
  }

  /** The catalogue does not change while the process runs. Data reports are left out until they have been looked through. */
  private allUrls(): string {
    const reports = this.catalogue
      .all()
      .filter(({ kind, slug }) => kind === 'edited' && this.catalogue.report(slug)?.indexable === true);
    const paths = [...PAGES, ...reports.map(({ slug }) => `/occupations/${slug}`)];
    return paths.map((path) => `<url><loc>${this.environment.SITE_URL}${path}</loc></url>`).join('');
  }
}
