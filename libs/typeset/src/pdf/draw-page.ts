import type { PageContent, PlacedPage } from './page-content.js';
import { TYPE } from '../text/text-style.js';
import type { SetText, Typesetter } from '../text/typeset.js';
import { fitStack, type FittedStack } from './fit-stack.js';
import { columns, CONTENT, MARGIN, PAGE, PAGES, PLACE } from './page-grid.js';
import type { PdfWriter } from './pdf-writer.js';
import { Sheet } from './sheet.js';
import { drawStack } from './stack.js';

const SO_WHAT_PAD = 14;
const LABEL_WIDTH = 62;

export interface FooterWords {
  readonly left: string;
  readonly middle: string;
}

/** Places a page: kicker, headline, lede, the blocks fitted to the room that is left, the "so what", the source line and the footer. */
export function drawPage(
  writer: PdfWriter,
  page: PageContent,
  number: number,
  footer: FooterWords,
): PlacedPage {
  const sheet = new Sheet(writer, writer.page(`${number}. ${page.bookmark}`));
  drawHead(sheet, page, number);
  const { lede, blocks, extra, top, foot } = placePage(writer.typesetter, page);
  if (lede) writer.tagged(sheet.section, 'P', () => writer.text(lede, MARGIN, PLACE.body));
  drawStack(blocks, sheet, MARGIN, top, CONTENT, extra);
  drawFoot(sheet, page, PLACE.bottom - foot);
  drawFooter(writer, number, footer);
  return { page, blocks };
}

/** The blocks as they fit between lede and foot. @throws PageTooFullError. */
export function placePage(
  typesetter: Typesetter,
  page: PageContent,
): FittedStack & { lede: SetText | null; top: number; foot: number } {
  const lede = page.lede === '' ? null : typesetter.set(page.lede, TYPE.lede, columns(11), { maxLines: 3 });
  const top = PLACE.body + (lede ? lede.height + 16 : 0);
  const foot = footHeight(typesetter, page);
  return { lede, top, foot, ...fitStack(page.blocks, CONTENT, PLACE.bottom - foot - top) };
}

const setHeadline = (by: Pick<Typesetter, 'set'>, words: string): SetText =>
  by.set(words, TYPE.headline, columns(11), { maxLines: 2, balanced: true });

/** Whether words stand whole in the lines that a headline has. */
export const fitsHeadline = (typesetter: Typesetter, words: string): boolean =>
  !setHeadline(typesetter, words).shortened;

/** Kicker and headline, at the same place on every page. */
export function drawHead(
  sheet: Sheet,
  page: Pick<PageContent, 'bookmark' | 'headline'>,
  number: number,
): void {
  const { writer } = sheet;
  const kicker = sheet.set(page.bookmark, TYPE.kicker, CONTENT, { maxLines: 1 });
  writer.artifact(() => writer.text(kicker, MARGIN, PLACE.kicker));
  const headline = setHeadline(sheet, page.headline);
  writer.tagged(sheet.section, 'H1', () => writer.text(headline, MARGIN, PLACE.headline), {
    title: `Page ${number}`,
  });
}

const soWhatOf = (sheet: Pick<Typesetter, 'set'>, page: PageContent): SetText =>
  sheet.set(page.soWhat, TYPE.soWhat, CONTENT - 2 * SO_WHAT_PAD - LABEL_WIDTH, { maxLines: 5 });
const sourceOf = (sheet: Pick<Typesetter, 'set'>, page: PageContent): SetText =>
  sheet.set(page.source, TYPE.source, CONTENT, { maxLines: 3 });

function footHeight(typesetter: Typesetter, page: PageContent): number {
  return (
    14 + soWhatOf(typesetter, page).height + 2 * (SO_WHAT_PAD - 3) + 8 + sourceOf(typesetter, page).height
  );
}

/** The "so what" in the serif on a soft ground, and where the figures come from. */
export function drawFoot(sheet: Sheet, page: PageContent, y: number): void {
  const { writer } = sheet;
  const soWhat = soWhatOf(sheet, page);
  const height = soWhat.height + 2 * (SO_WHAT_PAD - 3);
  const top = y + 14;
  writer.artifact(() => {
    writer.rect(MARGIN, top, CONTENT, height, 'soft');
    writer.rect(MARGIN, top, 3, height, 'accent');
  });
  const label = sheet.set('So what', TYPE.kicker, LABEL_WIDTH);
  writer.tagged(sheet.section, 'P', () => {
    writer.text(label, MARGIN + SO_WHAT_PAD, top + SO_WHAT_PAD);
    writer.text(soWhat, MARGIN + SO_WHAT_PAD + LABEL_WIDTH, top + SO_WHAT_PAD - 3);
  });
  writer.tagged(sheet.section, 'P', () => writer.text(sourceOf(sheet, page), MARGIN, top + height + 8));
}

/** Reference, purpose and page number; an artifact, as reading software counts pages itself. */
export function drawFooter(writer: PdfWriter, number: number, { left, middle }: FooterWords): void {
  writer.artifact(() => {
    writer.rule(MARGIN, PLACE.footer - 6, CONTENT);
    writer.text(writer.typesetter.set(left, TYPE.source, CONTENT / 2, { maxLines: 1 }), MARGIN, PLACE.footer);
    writer.text(writer.typesetter.set(middle, TYPE.source, CONTENT), MARGIN, PLACE.footer, {
      align: 'centre',
      width: CONTENT,
    });
    writer.text(
      writer.typesetter.set(`Page ${number} of ${PAGES}`, TYPE.source, CONTENT),
      MARGIN,
      PLACE.footer,
      { align: 'right', width: PAGE.width - 2 * MARGIN },
    );
  });
}
