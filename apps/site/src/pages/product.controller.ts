import { Controller, Get, Inject } from '@nestjs/common';
import { Environment } from '@app/config';
import { CLOCK, type Clock, promiseFor } from '@app/kernel';
import { PublicPage, type View, view } from '@app/http';
import { jsonLd } from '../found/json-ld.js';
import { SharePictures } from '../found/share-pictures.js';
import { product } from '../found/site-things.js';
import { promiseFreshFor } from './promise-freshness.js';

const LEDE =
  'Fifteen pages about your tasks, your strengths and your limits: what AI means for the work you do, which moves are worth trying, and what to do in the next 13 weeks. A person reads it before it is sent.';

/** The product page of the Career Pivot Blueprint: what it holds, what it costs and when it would arrive. */
@Controller('blueprint')
export class ProductController {
  constructor(
    private readonly environment: Environment,
    private readonly pictures: SharePictures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  product(): View {
    const now = this.clock.now();
    const { promiseAt, targetAt } = promiseFor(now);
    const picture = this.pictures.address('blueprint');
    return view(
      'site/pages/blueprint',
      {
        promiseAt,
        targetAt,
        lede: LEDE,
        meta: {
          description:
            'The Career Pivot Blueprint: 15 pages made from your own answers, read by a person before it is sent.',
          indexable: true,
          picture,
          things: jsonLd(product(this.environment, LEDE, picture)),
        },
      },
      { seconds: promiseFreshFor(now) },
    );
  }
}
