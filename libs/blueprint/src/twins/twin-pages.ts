import { scoreStrip } from '@app/charts';
import { CHART_SCALE, CONTENT, type FontSet, PAGES, type Part, placePage, Typesetter } from '@app/typeset';
import type { PageCopy } from '../copy/page-copy.js';
import { BODY_PAGES } from '../pages/body-pages.js';
import { Composer } from '../model/composer.js';
import { viewOf } from '../model/view.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** A page of the PDF as words, lists, tables and figures, in reading order. */
export interface TwinPage {
  readonly number: number;
  readonly bookmark: string;
  readonly headline: string;
  readonly lede: string;
  readonly parts: readonly Part[];
  readonly soWhat: string;
  readonly source: string;
}

/** What the twins are made with: the fonts measure what fitted on paper. */
export interface TwinAssets {
  readonly fonts: FontSet;
  readonly copy: PageCopy;
}

/** Whose blueprint it is, in the words that the PDF can print as well. */
export interface TwinFacts {
  readonly title: string;
  readonly about: string;
}

/**
 * All pages from the snapshot that was approved, through the same model as the PDF: a block that gave way on paper is left out here too,
 * so that nothing is read that the reviewer could not see. A sentence cut short for want of room is whole.
 */
export function twinPages(
  snapshot: BlueprintSnapshot,
  { fonts, copy }: TwinAssets,
): TwinFacts & { readonly pages: readonly TwinPage[] } {
  const { view, page } = composed(snapshot, { fonts, copy });
  return {
    title: `Career Pivot Blueprint for ${String(view['name'])}`,
    about: [view['role'], view['region'], view['date']]
      .filter((part) => typeof part === 'string')
      .join(' · '),
    pages: Array.from({ length: PAGES }, (_, index) => page(index + 1)),
  };
}

/** One of them. @param number from 1. */
export const twinPage = (snapshot: BlueprintSnapshot, assets: TwinAssets, number: number): TwinPage =>
  composed(snapshot, assets).page(number);

function composed(
  snapshot: BlueprintSnapshot,
  { fonts, copy }: TwinAssets,
): { readonly view: ReturnType<typeof viewOf>; readonly page: (number: number) => TwinPage } {
  const typesetter = new Typesetter(fonts);
  const view = viewOf(snapshot, fonts);
  const composer = new Composer(snapshot, view, copy, typesetter);
  const page = (number: number): TwinPage => {
    const compose = BODY_PAGES[number - 2];
    if (!compose) return cover(composer.on(1));
    const composedPage = compose(composer.on(number));
    const { blocks } = placePage(typesetter, composedPage);
    return { ...composedPage, number, parts: blocks.flatMap((block) => block.parts()) };
  };
  return { view, page };
}

function cover(composer: Composer): TwinPage {
  const { result, occupation, order } = composer.snapshot;
  const copy = composer.fill('01-cover');
  return {
    ...copy,
    number: 1,
    parts: [
      {
        kind: 'figure',
        drawing: scoreStrip({
          title: copy.words('chart_title'),
          score: result.score,
          interval: result.interval,
          width: CONTENT / CHART_SCALE,
          showValue: true,
          reference: { score: occupation.score, label: 'Typical in the role' },
        }),
      },
      { kind: 'paragraph', text: copy.words('level_note') },
      {
        kind: 'facts',
        facts: [
          { label: 'Reference', value: order.reference },
          { label: 'Check code', value: order.checkCode },
          { label: 'Is a copy genuine? Ask', value: copy.words('verify') },
        ],
      },
    ],
  };
}
