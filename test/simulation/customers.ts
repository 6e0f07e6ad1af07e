import { Person } from '../../apps/cli/src/journey/person.js';
import type { Chance } from './chance.js';
import type { Said, World } from './world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CARD = {
  method: 'card',
  card_number: '4242 4242 4242 4242',
  expiry: '12 / 30',
  cvc: '123',
  name: 'Ada Lovelace',
};

/** How a customer pays. */
const WAYS_TO_PAY = [
  'at_once',
  'at_once',
  'at_once',
  'never',
  'twice',
  'and_never_come_back',
  'declined_first',
] as const;
/** What they do later on. */
const LATER = [
  'nothing',
  'nothing',
  'look',
  'cancel',
  'give_notice',
  'correct_address',
  'dispute',
  'complain',
  'correction',
  'receipt',
] as const;

export type WayToPay = (typeof WAYS_TO_PAY)[number];
export type Later = (typeof LATER)[number];

/** What one customer is going to do. */
export interface Plan {
  readonly wait: boolean;
  readonly pay: WayToPay;
  readonly later: Later;
  readonly laterAfter: number;
}

/** What all customers of a world have in common, where something is to be seen. */
export type Scene = Partial<Plan>;

/** Somebody who buys a blueprint, or nearly, by the pages of the site. */
export class Customer {
  readonly person = new Person();
  readonly plan: Plan;
  /** As they typed it last. */
  email: string;
  /** The address of their order page, once they have seen it. */
  page: string | undefined;
  downloaded = 0;

  constructor(
    readonly index: number,
    private readonly world: World,
    private readonly chance: Chance,
    scene: Scene = {},
  ) {
    this.email = `customer-${index}@example.com`;
    this.plan = {
      wait: chance.happens(0.2),
      pay: chance.pick(WAYS_TO_PAY),
      later: chance.pick(LATER),
      laterAfter: chance.pick([20 * MINUTE, 3 * HOUR, DAY, 2 * DAY, 4 * DAY, 8 * DAY]),
      ...scene,
    };
  }

  /** @param at when they come, milliseconds since 1970. */
  begin(at: number): void {
    this.will(at, 'comes', () => this.order());
  }

  private will(at: number, what: string, act: () => Promise<void>): void {
    this.world.agenda.plan(at, `customer ${this.index} ${what}`, async () => {
      try {
        await act();
        this.world.note(
          `customer ${this.index} ${what}: ${this.person['page'] ? this.person.here.html.querySelector('h1')?.text.trim() : ''}`,
        );
      } catch (error) {
        const words = String(error).split('\n')[0] ?? '';
        // A page of ours that breaks is a fault in any weather but 503, which asks to come back.
        if (/answered 500/.test(words)) throw error;
        this.world.note(`customer ${this.index} ${what}, refused: ${words.slice(0, 160)}`);
      }
    });
  }

  private async order(): Promise<void> {
    const { person, world, plan } = this;
    await person.open(`${world.siteUrl}/assessment?occupation=machine-learning-engineer`);
    await person.submit({}, { action: '/assessment/start' });
    await person.submit({ task: ['model-evaluation', 'feature-engineering'] }, { action: 'tasks' });
    await person.submit({ 'band_model-evaluation': 'most', 'band_feature-engineering': 'some' });
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    await person.open('/order/new');
    await person.submit(
      {
        name: 'Ada Lovelace',
        email: this.email,
        ...(plan.wait
          ? { start: 'start_after_cancellation_period' }
          : { start: 'start_now', consent_start: 'yes', consent_end: 'yes' }),
      },
      { action: '/order/new' },
    );
    if (plan.pay !== 'never') this.will(world.now + 4 * MINUTE, 'pays', () => this.pay());
  }

  private async pay(): Promise<void> {
    const { person, plan, world } = this;
    const payPage = person.here.url;
    if (!person.here.html.querySelector('[name=card_number]')) {
      // Stripe did not open its page; the order page has a button for another try.
      await person.submit({}, { action: '/pay' });
      return this.will(world.now + HOUR, 'pays', () => this.pay());
    }
    if (plan.pay === 'declined_first')
      await person
        .submit({ ...CARD, card_number: '4000 0000 0000 0002' }, { button: 'Pay' })
        .catch(() => undefined);
    if (plan.pay === 'twice') await this.payTwice(payPage);
    else if (plan.pay === 'and_never_come_back') await this.payUnseen(payPage);
    else await person.submit(CARD, { button: 'Pay' });
    if (plan.pay !== 'and_never_come_back')
      this.page = /^\/orders\/[^/]+$/.exec(person.here.url.pathname)?.[0];
    this.will(world.now + plan.laterAfter, plan.later, () => this.actLater());
    for (const days of [1, 3, 5, 9]) this.will(world.now + days * DAY + 2 * HOUR, 'looks', () => this.look());
  }

  /** Two tabs: the form is sent in both. */
  private async payTwice(payPage: URL): Promise<void> {
    await this.person.submit(CARD, { button: 'Pay' });
    const after = this.person.here;
    await this.payUnseen(payPage).catch(() => undefined);
    this.page = /^\/orders\/[^/]+$/.exec(after.url.pathname)?.[0];
  }

  /** The pay page is sent, and the answer never read. */
  private async payUnseen(payPage: URL): Promise<void> {
    const body = new URLSearchParams({ ...CARD, email: this.email });
    await fetch(payPage, { method: 'POST', body, redirect: 'manual' });
  }

  /** Where their order is: as they saw it, or as the last email said that has it. */
  async orderPage(): Promise<string> {
    const links = this.world.emails
      .filter(({ to }) => to === this.email)
      .flatMap(({ text }) => /\/orders\/[\w-]{20,}/.exec(text)?.[0] ?? []);
    const page = links.at(-1) ?? this.page;
    if (page === undefined) throw new Error('has no way to the order page');
    return `${this.world.siteUrl}${page}`;
  }

  /** The order page is looked at, and what lies there is downloaded once. */
  private async look(): Promise<void> {
    await this.person.open(await this.orderPage());
    if (this.downloaded > 0 || !/Download my blueprint/.test(this.person.here.text)) return;
    await this.person.submit({}, { action: '/download' });
    this.downloaded += 1;
  }

  private async actLater(): Promise<void> {
    const { person, world } = this;
    switch (this.plan.later) {
      case 'nothing':
        return;
      case 'look':
        return await this.look();
      case 'cancel':
        await person.open(`${await this.orderPage()}/cancel`);
        await person.submit({ sure: 'yes' }, { action: '/cancel' });
        this.says('cancelled');
        return;
      case 'give_notice': {
        const reference = await this.reference();
        await person.open(`${world.siteUrl}/cancellation/notice`);
        await person.submit({ order: reference, name: 'Ada Lovelace', email: this.email });
        this.says('notice');
        return;
      }
      case 'correct_address':
        await person.open(`${await this.orderPage()}/address`);
        await person.submit({ email: `moved-${this.index}@example.com` }, { action: '/address' });
        this.email = `moved-${this.index}@example.com`;
        this.says('address');
        return;
      case 'dispute':
        return await this.dispute();
      case 'complain':
        await person.open(`${world.siteUrl}/complaints`);
        await person.submit({ email: this.email, words: 'I would like some of my money back.' });
        return;
      case 'correction':
        await person.open(`${await this.orderPage()}/correction`);
        await person.submit(
          { about: 'figures', words: 'My week has fewer meetings.' },
          { action: '/correction' },
        );
        return;
      case 'receipt':
        await person.open(`${await this.orderPage()}/receipt`);
        await person.submit({}, { action: '/receipt/send' });
    }
  }

  private says(what: Said['what']): void {
    this.world.said.push({ customer: this.index, what, at: this.world.now, email: this.email });
  }

  private async reference(): Promise<string> {
    await this.person.open(await this.orderPage());
    return /PW-[0-9A-Z-]+/.exec(this.person.here.text)?.[0] ?? '';
  }

  /** Their bank asks for the money back, and decides a few days later. */
  private async dispute(): Promise<void> {
    const reference = await this.reference();
    const [row] = await this.world.query<{ intent: string }>(
      'select p.payment_intent_id as intent from payments p join orders o on o.id = p.order_id where o.reference = $1',
      [reference],
    );
    if (!row) throw new Error('has not paid');
    const dispute = await this.world.stripe('disputes', { payment_intent: row.intent, reason: 'fraudulent' });
    this.says('dispute');
    const status = this.chance.pick(['won', 'lost']);
    this.will(this.world.now + 5 * DAY, `hears that the dispute is ${status}`, async () => {
      await this.world.stripe(`disputes/${String(dispute['id'])}/close`, { status });
      if (status === 'won') this.says('dispute_won');
    });
  }
}
