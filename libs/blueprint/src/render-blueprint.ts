import { type Sha256, sha256 as hashOf } from '@app/kernel';
import type { BlueprintAssets } from './blueprint-assets.js';
import { BODY_PAGES } from './pages/body-pages.js';
import { Composer } from './model/composer.js';
import type { TextBlock } from './model/edited-words.js';
import { viewOf } from './model/view.js';
import { drawCover } from './pages/p01-cover.js';
import {
  type DocumentFacts,
  drawPage,
  type FooterWords,
  PAGES,
  PdfWriter,
  type PlacedPage,
  Typesetter,
} from '@app/typeset';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

export interface RenderedBlueprint {
  readonly pdf: Buffer;
  readonly pages: number;
  readonly sha256: Sha256;
}

/** With what it was composed with, and its pages after the cover as they were placed: whoever needs them too does not place them again. */
export interface PlacedBlueprint extends RenderedBlueprint {
  readonly composer: Composer;
  readonly placed: readonly PlacedPage[];
}

/**
 * The PDF of a snapshot: exactly 15 pages; equal snapshots and templates give equal bytes.
 * @throws Error when a page cannot be made to fit or the count is wrong: a fault, raised to staff, never a broken file.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- errors must come as rejections to those who wait
export async function renderBlueprint(
  snapshot: BlueprintSnapshot,
  assets: BlueprintAssets,
): Promise<RenderedBlueprint> {
  const { pdf, pages, sha256 } = renderPlaced(snapshot, assets);
  return { pdf, pages, sha256 };
}

/** The same for who goes on with its pages. @throws Error as {@link renderBlueprint} rejects. */
export function renderPlaced(snapshot: BlueprintSnapshot, assets: BlueprintAssets): PlacedBlueprint {
  const view = viewOf(snapshot, assets.fonts);
  const writer = new PdfWriter(assets.fonts, new Typesetter(assets.fonts), documentFacts(snapshot, view));
  const composer = new Composer(snapshot, view, assets.copy, writer.typesetter);
  const placed = drawBlueprint(writer, composer);
  const pdf = writer.end();
  if (writer.pages !== PAGES) throw new Error(`the blueprint has ${writer.pages} pages, not ${PAGES}`);
  return { pdf, pages: writer.pages, sha256: hashOf(pdf), composer, placed };
}

/** Title, author and date of the file. */
export const documentFacts = (
  snapshot: BlueprintSnapshot,
  view: Readonly<Record<string, unknown>>,
): DocumentFacts => ({
  title: `Career Pivot Blueprint for ${String(view['name'])}`,
  author: snapshot.brand.name,
  subject: `${String(view['role'])}, ${snapshot.order.reference}`,
  siteUrl: snapshot.brand.siteUrl,
  date: new Date(snapshot.draftedAt),
});

const footerOf = ({ order: { reference, version } }: BlueprintSnapshot): FooterWords => ({
  left: `${reference} · version ${version}`,
  middle: 'Not for use by employers',
});

/** Draws all pages. @returns those after the cover. */
export function drawBlueprint(writer: PdfWriter, composer: Composer): PlacedPage[] {
  const { reference } = composer.snapshot.order;
  const footer = footerOf(composer.snapshot);
  const placed: PlacedPage[] = [];
  for (let number = 1; number <= PAGES; number += 1) {
    try {
      const page = drawOne(writer, composer.on(number), number, footer);
      if (page) placed.push(page);
    } catch (error) {
      throw new Error(
        `page ${number} of ${reference}: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
  return placed;
}

/** @returns nothing for the cover, which has a layout of its own. */
function drawOne(
  writer: PdfWriter,
  composer: Composer,
  number: number,
  footer: FooterWords,
): PlacedPage | undefined {
  const compose = BODY_PAGES[number - 2];
  if (compose) return drawPage(writer, compose(composer), number, footer);
  drawCover(writer, composer, footer);
  return undefined;
}

/** One page of a snapshot drawn into a file of its own, which the caller ends, with the blocks of text on it. @throws PageTooFullError. */
export function drawPageAlone(
  snapshot: BlueprintSnapshot,
  { fonts, copy }: BlueprintAssets,
  number: number,
): { readonly writer: PdfWriter; readonly blocks: readonly TextBlock[] } {
  const view = viewOf(snapshot, fonts);
  const writer = new PdfWriter(fonts, new Typesetter(fonts), documentFacts(snapshot, view));
  const composer = new Composer(snapshot, view, copy, writer.typesetter).on(number);
  drawOne(writer, composer, number, footerOf(snapshot));
  return { writer, blocks: composer.edited.seen };
}
