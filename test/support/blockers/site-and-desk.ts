import type { Visitor } from '../../../apps/desk/src/visitor.builder.js';
import { type TestDesk, startDesk } from '../../../apps/desk/src/test-desk.builder.js';
import type { Person } from '../../../apps/cli/src/journey/person.js';
import { TestSite } from '../your-data/test-site.js';

/** An order whose draft lies before a reviewer who has claimed it. */
export interface OrderInReview {
  readonly orderId: string;
  readonly reference: string;
  readonly email: string;
  readonly person: Person;
  /** The customer's order page. */
  readonly page: string;
  /** The page of the review on the desk. */
  readonly review: string;
  readonly sha256: string;
}

const NOTE = 'I read every page beside your answers and compared the figures. I changed no words.';

/** The site with its worker, Stripe and mail server, and the desk beside it on the same database: everything a blocker goes through. */
export class SiteAndDesk {
  private made = 0;

  private constructor(
    readonly site: TestSite,
    readonly desk: TestDesk,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<SiteAndDesk> {
    const site = await TestSite.open(settings);
    return new SiteAndDesk(site, await startDesk(site, settings));
  }

  async close(): Promise<void> {
    await this.desk?.stop();
    await this.site?.close();
  }

  /** Somebody pays; their draft is rendered; this person of the desk claims its review and puts a note into the file. */
  async inReview(visitor: Visitor): Promise<OrderInReview> {
    const email = `ada-${(this.made += 1)}@example.com`;
    const { person, orderId, page } = await this.site.buyer(email);
    return { orderId, email, person, page, ...(await this.takeUp(visitor, orderId)) };
  }

  /** This person of the desk claims the newest draft of an order and puts a note into the file, which makes the next version of it. */
  async takeUp(
    visitor: Visitor,
    orderId: string,
  ): Promise<Pick<OrderInReview, 'reference' | 'review' | 'sha256'>> {
    const review = `/reviews/${(await this.lies(orderId)).review}`;
    await visitor.open(review);
    await visitor.send(`${review}/claim`, {});
    await visitor.send(`${review}/note`, { note: NOTE });
    return { ...(await this.lies(orderId)), review };
  }

  /** What lies before a reviewer, the newest first. */
  private async lies(orderId: string): Promise<{ reference: string; review: string; sha256: string }> {
    const [row] = await this.site.query<{ reference: string; review: string; sha256: string }>(
      `select o.reference, r.id as review, b.pdf_sha256 as sha256
       from orders o join reviews r on r.order_id = o.id join blueprints b on b.id = r.blueprint_id where o.id = $1
       order by b.version desc limit 1`,
      [orderId],
    );
    if (!row) throw new Error('nothing lies before a reviewer');
    return row;
  }

  /** The button "Approve this file", pressed on a page that was opened before. */
  approve(visitor: Visitor, { review, sha256 }: OrderInReview): ReturnType<Visitor['send']> {
    return visitor.send(`${review}/approve`, { sha256 });
  }

  /** The states of the emails that carry the blueprint. */
  async blueprintEmails(orderId: string): Promise<string[]> {
    const rows = await this.site.query<{ state: string }>(
      `select state from deliveries where order_id = $1 and kind = 'blueprint' order by created_at`,
      [orderId],
    );
    return rows.map(({ state }) => state);
  }

  /** What binds the order now, oldest first. */
  async blockersOf(orderId: string): Promise<string[]> {
    const rows = await this.site.query<{ kind: string }>(
      'select kind from order_blockers where order_id = $1 and ended_at is null order by opened_at',
      [orderId],
    );
    return rows.map(({ kind }) => kind);
  }

  async paymentIntent(orderId: string): Promise<string> {
    const [row] = await this.site.query<{ id: string }>(
      'select payment_intent_id as id from payments where order_id = $1',
      [orderId],
    );
    return row?.id ?? '';
  }

  /** Works until something is true: a webhook of the local Stripe arrives in its own time. */
  async workUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      await this.site.work();
      if (await isSo()) return;
      await new Promise((next) => setImmediate(next));
    }
    throw new Error(`never happened: ${what}`);
  }
}
