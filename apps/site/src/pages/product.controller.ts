import { Controller, Get, Inject } from '@nestjs/common';
import { Environment } from '@app/config';
import { CLOCK, type Clock, pence, promiseFor } from '@app/kernel';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import { promiseFreshFor } from './promise-freshness.js';

/** The product page of the Career Pivot Blueprint: what it holds, what it costs and when it would arrive. */
@Controller('blueprint')
export class ProductController {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  product(): View {
    const now = this.clock.now();
    const { promiseAt, targetAt } = promiseFor(now);
    return view(
      'site/pages/blueprint',
      {
        promiseAt,
        targetAt,
        structured: new SafeHtml(structuredData(this.environment)),
        meta: {
          description:
            'The Career Pivot Blueprint: 15 pages made from your own answers, read by a person before it is sent.',
          indexable: true,
        },
      },
      { seconds: promiseFreshFor(now) },
    );
  }
}

/** schema.org data for search engines. It is data, not script, so the content policy lets it stand; `<` is escaped so that it cannot end early. */
function structuredData({ BRAND_NAME, PRICE_PENCE, SITE_URL }: Environment): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Career Pivot Blueprint',
    brand: { '@type': 'Brand', name: BRAND_NAME },
    description: 'A personal 15-page plan, made from your answers and reviewed by a person.',
    offers: {
      '@type': 'Offer',
      price: (pence(PRICE_PENCE) / 100).toFixed(2),
      priceCurrency: 'GBP',
      availability: 'https://schema.org/InStock',
      url: `${SITE_URL}/blueprint`,
      eligibleRegion: 'GB',
    },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`;
}
