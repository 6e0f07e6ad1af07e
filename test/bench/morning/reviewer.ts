import { currentTotp } from '@app/staff';
import type { Page } from 'playwright-core';
import { CountedKeyboard } from './counted-keyboard.js';
import { seeReview } from './desk-page.js';
import { Judging } from './judging.js';
import type { Account } from './morning-stack.js';
import type { Met } from './reading.js';

/** One sitting over one draft, from “next for me” to what was decided. */
export interface Sitting extends Met {
  readonly who: string;
  readonly reference: string;
  readonly reviewId: string;
  readonly act: string;
  /** Titles of the checks that were red or amber when it was opened. */
  readonly asked: readonly string[];
  /** What the desk said of the first of them. */
  readonly said: string;
  readonly keys: number;
  readonly letters: number;
  /** In the browser, waiting for pages included. */
  readonly seconds: number;
  /** Whether every page was read, or only what a red check named. */
  readonly readWhole: boolean;
}

/** Somebody who takes drafts and judges them by keyboard alone, and by nothing but what the desk shows. */
export class Reviewer {
  private keyboard: CountedKeyboard;

  constructor(
    readonly name: string,
    readonly page: Page,
    private readonly deskUrl: string,
    /** Sees every page that the reviewer opens; its time is nobody's. */
    private readonly onPage: (page: Page) => Promise<void> = () => Promise.resolve(),
  ) {
    this.keyboard = new CountedKeyboard(page);
  }

  /** Signs in with password and code. @returns the code, which is spent. */
  async signIn({ email, password, totpSecret }: Account): Promise<string> {
    await this.page.goto(`${this.deskUrl}/sign-in`);
    const code = await currentTotp(totpSecret);
    for (const [field, words] of [
      ['email', email],
      ['password', password],
      ['code', code],
    ] as const) {
      await this.keyboard.tabTo(`[name=${field}]`);
      await this.keyboard.type(words);
    }
    await this.keyboard.go('Enter');
    await this.page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return code;
  }

  /** Takes what the desk gives next and deals with it. @returns null when nothing is free. */
  async sitting(): Promise<Sitting | null> {
    this.keyboard = new CountedKeyboard(this.page);
    const judging = new Judging(this.keyboard, this.onPage);
    const start = performance.now();
    if (!(await this.next())) return null;
    await judging.pass();
    const seen = await seeReview(this.page);
    const asking = seen.checks.filter(({ level }) => level !== 'green');
    const act = await judging.judge(seen);
    return {
      who: this.name,
      reference: seen.reference,
      reviewId: seen.id,
      act,
      asked: asking.map(({ title }) => title),
      said: asking[0]?.found ?? '',
      keys: this.keyboard.keys,
      letters: this.keyboard.letters,
      seconds: (performance.now() - start - judging.paused) / 1000,
      readWhole: !['returned', 'held', 'paused'].includes(act),
      beside: judging.beside,
      pages: judging.pages,
    };
  }

  /** @returns false when nothing is free. */
  async next(): Promise<boolean> {
    const { page, keyboard } = this;
    if ((await page.locator('[data-key=n]').count()) === 0) {
      await keyboard.tabTo('a[href="/reviews"]');
      await keyboard.go('Enter');
    }
    await keyboard.go('n');
    return new URL(page.url()).pathname !== '/reviews';
  }

  /** Claims the first draft of the queue without a red check: one that could be approved. */
  async nextSound(): Promise<void> {
    const { page } = this;
    await page.goto(new URL('/reviews', page.url()).href);
    const hrefs = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href^="/reviews/"]')].map((link) => link.getAttribute('href')).filter((href) => /^.reviews.[0-9a-f-]{36}$/.test(href))`,
    );
    for (const href of new Set(hrefs)) {
      await page.goto(new URL(href, page.url()).href);
      if (/ red,/.test((await page.locator('#checks-title').textContent()) ?? '')) continue;
      await this.keyboard.go('c');
      return;
    }
    throw new Error('every draft of the queue has a red check');
  }

  /** Writes the note of the open draft and has the file made with it. */
  async note(words: string): Promise<void> {
    await new Judging(this.keyboard, this.onPage).note(words);
  }

  /** Gives the claim back. */
  async release(): Promise<void> {
    await this.keyboard.tabTo('form[action$="/release"] button');
    await this.keyboard.go('Enter');
  }

  /** Leaves what could not be gone on with to whoever comes next. */
  async giveUp(): Promise<void> {
    const review = /\/reviews\/[0-9a-f-]{36}/.exec(this.page.url())?.[0];
    await this.page.goto(`${this.deskUrl}${review ?? '/reviews'}`);
    if ((await this.page.locator('form[action$="/release"]').count()) > 0) await this.release();
  }
}
