import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Environment } from '@app/config';
import { AssetStore, PublicPage, seeOther, type SeeOther } from '@app/http';
import { CLOCK, type Clock, plusMonths } from '@app/kernel';

/** What belongs to one person. These pages also say `noindex` themselves; here we spare crawlers the visit. */
const CLOSED = [
  '/assessment/',
  '/advice/',
  '/shown/',
  '/order',
  '/download',
  '/webhooks',
  '/metrics',
  '/health',
];

/** What programs ask for at fixed addresses. */
@Controller()
export class WellKnownController {
  constructor(
    private readonly environment: Environment,
    private readonly assets: AssetStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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

  /** Where to report a hole (RFC 9116). It asks for an end within a year. */
  @Get('.well-known/security.txt')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/plain; charset=utf-8')
  security(): string {
    const { SITE_URL, SUPPORT_EMAIL } = this.environment;
    return [
      `Contact: mailto:${SUPPORT_EMAIL}`,
      `Expires: ${plusMonths(this.clock.now(), 6).toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${SITE_URL}/.well-known/security.txt`,
      '',
    ].join('\n');
  }

  /** For programs that do not read the link to the icon. */
  @Get('favicon.ico')
  favicon(): SeeOther {
    return seeOther(this.assets.url('favicon.ico'));
  }
}
