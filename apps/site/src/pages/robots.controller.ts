import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage } from '@app/http';
import { WholeCatalogue } from './whole-catalogue.js';

const PAGES = [
  '',
  '/occupations',
  '/compare',
  '/blueprint',
  '/method',
  '/data',
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
  constructor(
    private readonly environment: Environment,
    private readonly whole: WholeCatalogue,
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

  /** The fixed pages and every report that passes the consistency gate. */
  @Get('sitemap.xml')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/xml; charset=utf-8')
  async sitemap(): Promise<string> {
    const reports = (await this.whole.entries()).filter(({ indexable }) => indexable);
    const paths = [...PAGES, ...reports.map(({ occupation }) => `/occupations/${occupation.slug}`)];
    const urls = paths.map((path) => `<url><loc>${this.environment.SITE_URL}${path}</loc></url>`).join('');
    return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  }
}
