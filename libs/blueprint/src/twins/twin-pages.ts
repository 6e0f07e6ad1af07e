import { scoreStrip } from '@app/charts';
import {
  CHART_SCALE,
  CONTENT,
  type FontSet,
  type Part,
  type PlacedPage,
  placePage,
  Typesetter,
} from '@app/typeset';
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
  const composer = new Composer(snapshot, viewOf(snapshot, fonts), copy, new Typesetter(fonts));
  const placed = BODY_PAGES.map((_page, index) => placedPage(composer, index + 2));
  return twinOf(composer, placed);
}

/** The same of pages that have been placed already. @param placed pages 2 to 15. */
export function twinOf(
  composer: Composer,
  placed: readonly PlacedPage[],
): TwinFacts & { readonly pages: readonly TwinPage[] } {
  const { view } = composer;
  return {
    title: `Career Pivot Blueprint for ${String(view['name'])}`,
    about: [view['role'], view['region'], view['date']]
      .filter((part) => typeof part === 'string')
      .join(' · '),
    pages: [cover(composer.on(1)), ...placed.map((page, index) => bodyPage(page, index + 2))],
  };
}

/** One of them. @param number from 1. */
export function twinPage(snapshot: BlueprintSnapshot, { fonts, copy }: TwinAssets, number: number): TwinPage {
  const composer = new Composer(snapshot, viewOf(snapshot, fonts), copy, new Typesetter(fonts));
  return number === 1 ? cover(composer.on(1)) : bodyPage(placedPage(composer, number), number);
}

function placedPage(composer: Composer, number: number): PlacedPage {
  const compose = BODY_PAGES[number - 2];
  if (!compose) throw new Error(`there is no page ${number}`);
  const page = compose(composer.on(number));
  return { page, blocks: placePage(composer.typesetter, page).blocks };
}

const bodyPage = ({ page, blocks }: PlacedPage, number: number): TwinPage => ({
  ...page,
  number,
  parts: blocks.flatMap((block) => block.parts()),
});

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
