import { Controller, Get, Inject } from '@nestjs/common';
import { Environment } from '@app/config';
import { CLOCK, type Clock, promiseFor, unlessExhausted } from '@app/kernel';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import { jsonLd } from '../../discovery/json-ld.js';
import { SharePictures } from '../../discovery/share-pictures.js';
import { product } from '../../discovery/site-things.js';
import { promiseFreshFor } from '../promise-freshness.js';
import { PICTURE } from './page-pictures.js';
import { SampleBlueprint, type ShownPage } from './sample-blueprint.js';

const LEDE =
  'Fifteen pages about your tasks, your strengths and your limits: what AI means for the work you do, which moves are worth trying, and what to do in the next 13 weeks. A person reads it before it is sent.';

/** What the pictures of the sample show; one for each of its shown pages. */
const SHEETS: readonly { readonly page: ShownPage; readonly says: string; readonly shows: string }[] = [
  { page: 1, says: 'Your score, and how sure it is', shows: 'the cover, with the score on a strip' },
  { page: 2, says: 'The answer, on one page', shows: 'score, window, first path and three actions' },
  { page: 3, says: 'Your week, task by task', shows: 'bars for each task, as thick as the hours' },
  { page: 4, says: 'Why the score is yours', shows: 'steps from the typical score to the person’s own' },
  { page: 8, says: 'Four options side by side', shows: 'likely ranges of four options, and a table' },
  { page: 14, says: 'Thirteen weeks of steps', shows: 'a calendar of thirteen weeks with decision points' },
];

/** The page of the sample that stands on the product page to be read: its answer on one page. */
const ANSWER_PAGE = 2;

/** The product page of the Career Pivot Blueprint: what it holds, what it costs and when it would arrive. */
@Controller('blueprint')
export class ProductController {
  constructor(
    private readonly environment: Environment,
    private readonly pictures: SharePictures,
    private readonly sample: SampleBlueprint,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @PublicPage()
  product(): View {
    const now = this.clock.now();
    const promise = unlessExhausted(() => promiseFor(now));
    // Its plan is a calendar too.
    const answer = unlessExhausted(() => this.sample.section(ANSWER_PAGE));
    const picture = this.pictures.address('blueprint');
    return view(
      'site/pages/blueprint',
      {
        promiseAt: promise?.promiseAt ?? null,
        targetAt: promise?.targetAt ?? null,
        lede: LEDE,
        answer: answer === null ? null : new SafeHtml(answer),
        sheets: SHEETS,
        picture: PICTURE,
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
