import { scoreStrip } from '@app/charts';
import {
  CHART_SCALE,
  columns,
  CONTENT,
  drawDrawing,
  drawFoot,
  drawFooter,
  type FooterWords,
  MARGIN,
  type PageContent,
  type PdfWriter,
  PLACE,
  Sheet,
  TYPE,
} from '@app/typeset';
import type { Composer } from '../model/composer.js';

const NAME_TOP = 176;

/** Page 1: typographic. Brand, name, role, the finding, the score strip, and the facts of the file. */
export function drawCover(writer: PdfWriter, composer: Composer, footer: FooterWords): void {
  const { snapshot, view } = composer;
  const copy = composer.fill('01-cover');
  const page: PageContent = { ...copy, blocks: [] };
  const sheet = new Sheet(writer, writer.page(`1. ${copy.bookmark}`));
  const brand = sheet.set(snapshot.brand.name, { ...TYPE.lede, face: 'serifBold' }, columns(6), {
    maxLines: 1,
  });
  const kind = sheet.set(copy.bookmark, TYPE.kicker, columns(6), { maxLines: 1 });
  writer.tagged(sheet.section, 'P', () => {
    writer.text(brand, MARGIN, PLACE.kicker - 4);
    writer.text(kind, MARGIN + columns(6), PLACE.kicker, { align: 'right', width: CONTENT - columns(6) });
  });
  writer.artifact(() => writer.rule(MARGIN, PLACE.kicker + 22, CONTENT, 'ink', 0.9));

  let top = NAME_TOP;
  const nameText = String(view['name']);
  const styles = [TYPE.coverName, { ...TYPE.coverName, size: 26, leading: 32 }, TYPE.headline];
  const style =
    styles.find((one) => sheet.set(nameText, one, columns(11)).lines.length <= 2) ?? TYPE.headline;
  const name = sheet.set(nameText, style, columns(11), { maxLines: 4 });
  writer.tagged(sheet.section, 'P', () => writer.text(name, MARGIN, top));
  top += name.height + 8;
  const about = [view['role'], view['region']]
    .filter((part): part is string => typeof part === 'string')
    .join(' · ');
  const role = sheet.set(about, { ...TYPE.lede, ink: 'muted' }, columns(10), { maxLines: 3 });
  writer.tagged(sheet.section, 'P', () => writer.text(role, MARGIN, top));
  top += role.height;
  if (view['name_complete'] === false) {
    const note = sheet.set(copy.words('name_note'), TYPE.tableMuted, columns(9));
    const at = top + 6;
    writer.tagged(sheet.section, 'P', () => writer.text(note, MARGIN, at));
    top += note.height + 6;
  }

  top = Math.max(top + 44, 330);
  writer.artifact(() => writer.rule(MARGIN, top - 18, CONTENT));
  const headline = sheet.set(copy.headline, TYPE.headline, columns(11), { maxLines: 3, balanced: true });
  writer.tagged(sheet.section, 'H1', () => writer.text(headline, MARGIN, top));
  top += headline.height + 10;
  const lede = sheet.set(copy.lede, TYPE.lede, columns(10), { maxLines: 3 });
  writer.tagged(sheet.section, 'P', () => writer.text(lede, MARGIN, top));
  top += lede.height + 26;

  const { result } = snapshot;
  const drawing = scoreStrip({
    title: copy.words('chart_title'),
    score: result.score,
    interval: result.interval,
    width: CONTENT / CHART_SCALE,
    showValue: true,
    reference: { score: snapshot.occupation.score, label: 'Typical in the role' },
  });
  const chartTop = top;
  writer.tagged(sheet.section, 'Figure', () => drawDrawing(writer, drawing, MARGIN, chartTop, CHART_SCALE), {
    alt: `${drawing.title}. ${drawing.description}`,
    bbox: [MARGIN, chartTop, MARGIN + CONTENT, chartTop + drawing.height * CHART_SCALE],
    placement: 'Block',
  });
  top += drawing.height * CHART_SCALE + 8;
  const note = sheet.set(copy.words('level_note'), TYPE.tableMuted, CONTENT, { maxLines: 2 });
  writer.tagged(sheet.section, 'P', () => writer.text(note, MARGIN, top));
  top += note.height + 26;

  drawFacts(sheet, top, [
    ['Date', String(view['date'])],
    ['Reference', snapshot.order.reference],
    ['Check code', snapshot.order.checkCode],
    ['Genuine, and reviewed? See', copy.words('verify')],
  ]);
  drawFoot(sheet, page, PLACE.bottom - coverFoot(sheet, page));
  drawFooter(writer, 1, footer);
}

/** Facts beside each other between two rules. */
function drawFacts(sheet: Sheet, y: number, facts: readonly (readonly [string, string])[]): void {
  const { writer } = sheet;
  // The last one is an address and takes more room.
  const column = CONTENT / (facts.length + 0.5);
  writer.artifact(() => {
    writer.rule(MARGIN, y, CONTENT);
    writer.rule(MARGIN, y + 46, CONTENT);
  });
  facts.forEach(([label, value], index) => {
    const x = MARGIN + column * index;
    const width = (index === facts.length - 1 ? 1.5 * column : column) - 10;
    const head = sheet.set(label, TYPE.tableHead, width, { maxLines: 1 });
    const words = sheet.set(value, { ...TYPE.table, face: 'sansMedium' }, width, { maxLines: 1 });
    writer.tagged(sheet.section, 'P', () => {
      writer.text(head, x, y + 9);
      writer.text(words, x, y + 23);
    });
  });
}

function coverFoot(sheet: Sheet, page: PageContent): number {
  const soWhat = sheet.set(page.soWhat, TYPE.soWhat, CONTENT - 90, { maxLines: 5 });
  const source = sheet.set(page.source, TYPE.source, CONTENT, { maxLines: 3 });
  return 14 + soWhat.height + 22 + 8 + source.height;
}
