import type { Seller } from '@app/config';
import {
  type Block,
  CONTENT,
  type FontSet,
  MARGIN,
  PdfWriter,
  PLACE,
  printable,
  Sheet,
  SideBySide,
  Table,
  TYPE,
  Typesetter,
  Words,
} from '@app/typeset';

/** A line of a paper: what it is for, and amounts in words. */
export type PaperLine = readonly [item: string, ...amounts: string[]];

/** What stands on a receipt or a credit note. All of it is kept, so that the same rows always make the same file. */
export interface PaperContent {
  /** "Receipt", "Credit note". */
  readonly kind: string;
  readonly number: string;
  /** One sentence: what this paper is. */
  readonly lede: string;
  readonly brand: string;
  readonly siteUrl: string;
  readonly issuedAt: Date;
  readonly seller: Seller;
  readonly vatNumber: string | null;
  readonly customerName: string;
  readonly orderReference: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly head: PaperLine;
  readonly lines: readonly PaperLine[];
  readonly total: PaperLine;
  readonly notes: readonly string[];
}

/** One tagged A4 page (PDF/UA-1); equal content gives equal bytes. */
export function drawPaper(fonts: FontSet, content: PaperContent): Buffer {
  const { kind, number, siteUrl, issuedAt, seller, orderReference } = content;
  const writer = new PdfWriter(fonts, new Typesetter(fonts), {
    title: `${kind} ${number}`,
    author: seller.name,
    subject: `Order ${orderReference}`,
    siteUrl,
    date: issuedAt,
  });
  drawPaperPage(writer, fonts, content);
  return writer.end();
}

/** The same as the next page of a larger file. */
export function drawPaperPage(writer: PdfWriter, fonts: FontSet, content: PaperContent): void {
  const { kind, number, brand } = content;
  const sheet = new Sheet(writer, writer.page(`${kind} ${number}`));
  const name = sheet.set(brand, { ...TYPE.lede, face: 'serifBold' }, CONTENT / 2, { maxLines: 1 });
  writer.tagged(sheet.section, 'P', () => writer.text(name, MARGIN, PLACE.kicker - 4));
  writer.artifact(() => writer.rule(MARGIN, PLACE.kicker + 22, CONTENT, 'ink', 0.9));
  const headline = sheet.set(`${kind} ${number}`, TYPE.headline, CONTENT, { maxLines: 1 });
  writer.tagged(sheet.section, 'H1', () => writer.text(headline, MARGIN, MARGIN + 52));
  let top = MARGIN + 52 + headline.height + 8;
  for (const block of blocksOf(writer.typesetter, fonts, content)) {
    top += block.gap;
    block.draw(sheet, MARGIN, top, CONTENT);
    top += block.height(CONTENT);
  }
}

function blocksOf(typesetter: Typesetter, fonts: FontSet, content: PaperContent): Block[] {
  const { seller, vatNumber, customerName, orderReference, facts, head, lines, total, notes } = content;
  const pair = (label: string, ...values: readonly string[]): Block[] => [
    new Words(typesetter, label, { style: TYPE.tableHead, gap: 14, minLines: 99 }),
    ...values.map((value) => new Words(typesetter, value, { gap: 2, minLines: 99 })),
  ];
  // A name of which no font has a letter stands in the confirmation in full; the reference says whose it is.
  const customer = printable(customerName, fonts).text || `The customer of order ${orderReference}`;
  const amounts = head.length - 1;
  return [
    new Words(typesetter, content.lede, { style: TYPE.lede, gap: 0, minLines: 99 }),
    new SideBySide(
      [
        {
          share: 1,
          blocks: [
            ...pair('Seller', `**${seller.name}**`, seller.address, seller.registration),
            ...(vatNumber === null ? [] : pair('VAT number', vatNumber)),
          ],
        },
        {
          share: 1,
          blocks: [
            ...pair('Customer', `**${customer}**`),
            ...facts.flatMap(([label, value]) => pair(label, value)),
          ],
        },
      ],
      28,
    ),
    new Table(
      typesetter,
      head.map((text, index) => ({
        head: text,
        width: index === 0 ? 5 - amounts : 1,
        align: index === 0 ? 'left' : 'right',
      })),
      [...lines, total.map((text) => ({ text, strong: true }))],
      { gap: 32, padding: 7, whole: true },
    ),
    ...notes.map(
      (note, index) =>
        new Words(typesetter, note, { style: TYPE.table, gap: index === 0 ? 16 : 4, minLines: 99 }),
    ),
  ];
}
