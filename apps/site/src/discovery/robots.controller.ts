import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage } from '@app/http';

/** What belongs to one person. These pages also say `noindex` themselves; here we spare crawlers the visit. */
const CLOSED = ['/assessment/', '/order', '/download', '/webhooks', '/metrics', '/health'];

@Controller()
export class RobotsController {
  constructor(private readonly environment: Environment) {}

  @Get('robots.txt')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return [
      'User-agent: *',
      ...CLOSED.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${this.environment.SITE_URL}/sitemap.xml`,
      '',
    ].join('\n');
  }
}
