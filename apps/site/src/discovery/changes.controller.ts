import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage } from '@app/http';
import { Catalogue } from '@app/occupations';
import { changesFeed } from './changes-feed.js';
import { LastChanged } from './last-changed.js';

@Controller()
export class ChangesController {
  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
    private readonly changed: LastChanged,
  ) {}

  /** Releases of the figures, and reports that were revised after the running one. A first release is no change of each report. */
  @Get('changes.atom')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  feed(): string {
    const { BRAND_NAME, SELLER_NAME, SITE_URL } = this.environment;
    const { release, releases } = this.changed;
    return changesFeed({
      brand: BRAND_NAME,
      author: SELLER_NAME,
      siteUrl: SITE_URL,
      releases,
      reports: this.catalogue.all().flatMap(({ slug, title }) => {
        const changed = this.changed.report(slug);
        const content = this.catalogue.contentOf(slug)?.content;
        return content && changed > release ? [{ slug, title, changed, headline: content.answer }] : [];
      }),
    });
  }
}
