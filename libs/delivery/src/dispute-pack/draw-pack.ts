import type { Order, OrderConsent, OrderEvent } from '@app/orders';
import { formatPence } from '@app/kernel';
import {
  type Block,
  type Column,
  CONTENT,
  MARGIN,
  type PdfWriter,
  PLACE,
  Sheet,
  Table,
  TYPE,
  Words,
} from '@app/typeset';
import type { Delivery } from '../delivery.entity.js';
import type { Download } from '../download.entity.js';

/** What a bank is shown about an order it asks about. */
export interface PackFacts {
  readonly order: Order;
  readonly consents: readonly OrderConsent[];
  /** Those that the mail server has taken, oldest first. */
  readonly emails: readonly Delivery[];
  readonly events: readonly OrderEvent[];
  readonly downloads: readonly Download[];
  readonly madeAt: Date;
}

type Row = readonly string[];

/** Draws the evidence, page after page; the receipt is added by whoever has it. All times in UTC, as Stripe and banks write them. */
export function drawPack(writer: PdfWriter, facts: PackFacts): void {
  const { order, consents, emails, events, downloads } = facts;
  const flow = new Flow(writer, `Evidence about order ${order.reference}`);
  flow.heading('H1', `Evidence about order ${order.reference}`);
  flow.words(`Put together on ${utc(facts.madeAt)} UTC from our records. All times are in UTC.`);
  flow.table(
    'The order',
    [
      ['What', 1],
      ['On record', 2.5],
    ],
    orderRows(order),
  );
  flow.table(
    'What the customer agreed to before paying',
    [
      ['When', 1.1],
      ['From internet address', 1],
      ['Wording', 0.6],
      ['The words, each ticked by itself', 3],
    ],
    consents.map(({ givenAt, ipAddress, wordingVersion, wording }) => [
      utc(givenAt),
      ipAddress,
      wordingVersion,
      wording,
    ]),
    'The customer chose to wait until the cancellation period had ended, so no consent was asked for.',
  );
  flow.table(
    'Emails that the customer’s mail server accepted',
    [
      ['Accepted', 1],
      ['To', 1.3],
      ['What', 0.8],
      ['Message-ID', 2],
      ['The server’s answer', 1.3],
    ],
    emails.map(({ acceptedAt, recipient, kind, data, messageId, smtpResponse }) => [
      acceptedAt ? utc(acceptedAt) : '',
      recipient,
      kind === 'notice' && typeof data['notice'] === 'string' ? data['notice'].replaceAll('-', ' ') : kind,
      messageId,
      smtpResponse ?? '',
    ]),
    'None yet.',
  );
  flow.table(
    'Downloads of the blueprint',
    [
      ['When', 1],
      ['From internet address', 2],
    ],
    downloads.map(({ at, ipAddress }) => [utc(at), ipAddress]),
    'It was not downloaded by its link. It is attached to the email above when that carries the blueprint.',
  );
  flow.table(
    'The log of the order',
    [
      ['When', 1],
      ['What', 1],
      ['Details', 2.5],
    ],
    events.map(({ at, name, data }) => [utc(at), name.replaceAll('_', ' '), details(data)]),
  );
}

const orderRows = (order: Order): Row[] =>
  (
    [
      ['Product', 'Career Pivot Blueprint: a personal PDF of 15 pages, delivered by email'],
      ['Customer', order.customerName],
      ['Email address', order.customerEmail],
      ['Price', formatPence(order.pricePence)],
      ['Paid', order.paidPence === null ? '' : formatPence(order.paidPence)],
      ['Paid back so far', order.refundedPence === 0 ? '' : formatPence(order.refundedPence)],
      [
        'Start',
        order.startChoice === 'start_now'
          ? 'At once, as the customer asked'
          : 'After the 14-day cancellation period',
      ],
      ['Ordered', utc(order.createdAt)],
      ['Payment arrived', when(order.paidAt)],
      ['Confirmation with the contract accepted', when(order.confirmationAcceptedAt)],
      ['Work started', when(order.clockStartedAt)],
      ['Promised for', when(order.promiseAt)],
      ['Delivered', when(order.deliveredAt)],
      ['Cancelled', when(order.cancelledAt)],
      ['Disputed', when(order.disputedAt)],
    ] satisfies Row[]
  ).filter(([, value]) => value !== '');

/** `2026-11-24 10:00:05` */
const utc = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');
const when = (at: Date | null): string => (at ? utc(at) : '');
const details = (data: Readonly<Record<string, unknown>>): string =>
  Object.entries(data)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

/** Words and tables under each other; what does not fit goes on the next page, tables between two rows. */
class Flow {
  private sheet: Sheet;
  private top = 0;

  constructor(
    private readonly writer: PdfWriter,
    private readonly title: string,
  ) {
    this.sheet = this.newPage();
  }

  heading(tag: 'H1' | 'H2', text: string): void {
    this.add(
      new Words(this.writer.typesetter, text, {
        style: tag === 'H1' ? TYPE.headline : TYPE.label,
        tag,
        gap: tag === 'H1' ? 0 : 20,
        minLines: 99,
      }),
      tag === 'H1' ? 0 : 60,
    );
  }

  words(text: string): void {
    this.add(new Words(this.writer.typesetter, text, { gap: 6, minLines: 99 }));
  }

  /** @param none what is said where there is no row. */
  table(
    heading: string,
    heads: readonly (readonly [string, number])[],
    rows: readonly Row[],
    none = '',
  ): void {
    this.heading('H2', heading);
    if (rows.length === 0) return this.words(none);
    const columns: Column[] = heads.map(([head, width]) => ({ head, width, lines: 99 }));
    const made = (some: readonly Row[]): Table =>
      new Table(this.writer.typesetter, columns, some, { gap: 6, whole: true, maxLines: 99 });
    const head = made([]).height(CONTENT);
    let waiting: Row[] = [];
    let height = head;
    for (const row of rows) {
      const tall = made([row]).height(CONTENT) - head;
      if (waiting.length > 0 && this.top + 6 + height + tall > PLACE.bottom) {
        this.add(made(waiting));
        this.sheet = this.newPage();
        [waiting, height] = [[], head];
      }
      waiting.push(row);
      height += tall;
    }
    this.add(made(waiting));
  }

  /** @param after room that must be left below it, so that a heading never stands alone. */
  private add(block: Block, after = 0): void {
    const height = block.height(CONTENT);
    if (this.top + block.gap + height + after > PLACE.bottom) this.sheet = this.newPage();
    this.top += block.gap;
    block.draw(this.sheet, MARGIN, this.top, CONTENT);
    this.top += height;
  }

  private newPage(): Sheet {
    const sheet = new Sheet(this.writer, this.writer.page(`${this.title}, page ${this.writer.pages + 1}`));
    const foot = sheet.set(`${this.title} · page ${this.writer.pages}`, TYPE.source, CONTENT, {
      maxLines: 1,
    });
    this.writer.artifact(() => this.writer.text(foot, MARGIN, PLACE.footer));
    this.top = MARGIN;
    return sheet;
  }
}
