import { currentTotp } from '@app/staff';
import type { Page } from 'playwright-core';
import { CountedKeyboard } from './counted-keyboard.js';
import { readingBeside, type SeenCheck, type SeenReview, seeReview, wordsBeside } from './desk-page.js';
import type { Account } from './morning-stack.js';
import { wordsIn } from '../reading-speed.js';
import type { Met, PageMet } from './reading.js';

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

const NOTE =
  'I read all fifteen pages beside your answers and compared the figures with their sources. What is said of your week is what you told us.';

/** Somebody who judges drafts by keyboard alone, and by nothing but what the desk shows. */
export class Reviewer {
  private keyboard: CountedKeyboard;
  private beside = 0;
  private pages: PageMet[] = [];
  /** Milliseconds that looking at the page for faults took, which no reviewer does. */
  private paused = 0;

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
    this.beside = 0;
    this.pages = [];
    this.paused = 0;
    const start = performance.now();
    if (!(await this.next())) return null;
    await this.pass();
    const seen = await seeReview(this.page);
    const asking = seen.checks.filter(({ level }) => level !== 'green');
    const act = await this.judge(seen);
    return {
      who: this.name,
      reference: seen.reference,
      reviewId: seen.id,
      act,
      asked: asking.map(({ title }) => title),
      said: asking[0]?.found ?? '',
      keys: this.keyboard.keys,
      letters: this.keyboard.letters,
      seconds: (performance.now() - start - this.paused) / 1000,
      readWhole: !['returned', 'held', 'paused'].includes(act),
      beside: this.beside,
      pages: this.pages,
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

  private async judge(seen: SeenReview): Promise<string> {
    const reds = seen.checks.filter(({ level }) => level === 'red');
    const [red] = reds;
    if (red) await this.look(red);
    if (seen.state === 'second') return red ? await this.return(red) : await this.readAndConfirm(seen);
    if (red && /^Pause the order/.test(red.then)) return await this.pauseOrHold(red);
    const wording = seen.checks.find(
      ({ level, then }) => level !== 'green' && /^Edit the|edit the sentence/.test(then),
    );
    if (red && (!wording || reds.length > 1)) return await this.return(red);
    if (wording) await this.editOut(wording);
    return await this.readAndApprove(seen, wording ? 'edited, ' : '');
  }

  /** Goes to the page a check speaks of and reads it beside its sources. */
  private async look(check: SeenCheck): Promise<void> {
    const { page, keyboard } = this;
    const link = `.checks a[href$="page=${check.page}"]`;
    if (check.page > 0 && (await page.locator(link).count()) > 0) {
      await keyboard.tabTo(link);
      await keyboard.go('Enter');
    }
    await this.readPage(true);
  }

  private async pass(): Promise<void> {
    const start = performance.now();
    await this.onPage(this.page);
    this.paused += performance.now() - start;
  }

  private async readPage(sources: boolean): Promise<void> {
    await this.keyboard.readDown('img.paper');
    if (sources) this.beside += wordsIn(await wordsBeside(this.page));
  }

  /** Every page, with what it was made from where a check asks about it; beside the last stands the email that brings the file. */
  private async readAll({ pages, checks }: SeenReview): Promise<void> {
    const asked = new Set(checks.filter(({ level }) => level !== 'green').map(({ page }) => page));
    for (let number = 1; number <= pages; number += 1) {
      await this.readPage(asked.has(number) || number === pages);
      const seen = await readingBeside(this.page);
      const words = seen && {
        marked: wordsIn(seen.marked),
        dark: wordsIn(seen.dark),
        grey: wordsIn(seen.grey),
      };
      this.pages.push({ page: number, words });
      await this.keyboard.go('s');
    }
  }

  /** Writes the note and has the file made with it. */
  async note(words: string): Promise<void> {
    const { keyboard } = this;
    await keyboard.press('w');
    await keyboard.press('Control+a');
    await keyboard.type(words);
    await keyboard.go('Control+Enter');
  }

  private async readAndApprove(seen: SeenReview, before: string): Promise<string> {
    const { keyboard } = this;
    await this.readAll(seen);
    await this.note(NOTE);
    await this.pass();
    await keyboard.press('a');
    if (await keyboard.at('#reason')) {
      await keyboard.type(
        'I compared what the check asks about with the answers and the sources; it is right as it stands.',
      );
      await keyboard.go('Control+Enter');
    } else await keyboard.go('Enter');
    return `${before}${await this.outcome({ approved: 'approved', second_asked: 'approved first' })}`;
  }

  private async readAndConfirm(seen: SeenReview): Promise<string> {
    await this.readAll(seen);
    await this.keyboard.press('a');
    await this.keyboard.go('Enter');
    return await this.outcome({ approved: 'approved second' });
  }

  private async return({ title, found }: SeenCheck): Promise<string> {
    await this.keyboard.press('r');
    await this.keyboard.type(`${title}: ${found.slice(0, 160)}. Please make it anew.`);
    await this.keyboard.go('Control+Enter');
    return await this.outcome({ returned: 'returned' });
  }

  private async pauseOrHold(red: SeenCheck): Promise<string> {
    const { page, keyboard } = this;
    const pause = '.exits a[href$="#pause-reason"]';
    if ((await page.locator(pause).count()) === 0) {
      await keyboard.press('h');
      await keyboard.type(`${red.found.slice(0, 160)}. A manager must ask the customer.`);
      await keyboard.go('Control+Enter');
      return await this.outcome({ held: 'held' });
    }
    await keyboard.tabTo(pause);
    await keyboard.go('Enter');
    await this.pass();
    await keyboard.tabTo('#pause-reason');
    await keyboard.type(`${red.title}: ${red.found.slice(0, 160)}.`);
    await keyboard.tabTo('#pause-message');
    await keyboard.type('Your answers have been lost on our side. Please give them to us once more.');
    await keyboard.tabTo('form[action$="/pause"] button');
    await keyboard.go('Enter');
    return await this.outcome({ paused: 'paused' });
  }

  /** Puts other words in the place of the sentence that a check quotes, and makes the new file. */
  private async editOut(check: SeenCheck): Promise<void> {
    const { page, keyboard } = this;
    const phrase = /“([^”]+)”/.exec(check.found)?.[1] ?? '';
    if (check.level === 'amber') await this.look(check);
    await keyboard.go('e');
    await this.pass();
    const field = await page.evaluate<{ id: string; text: string } | null>(
      `(() => { const field = [...document.querySelectorAll('textarea[name=text]')].find((one) => one.value.includes(${JSON.stringify(phrase)}));
        return field ? { id: field.id, text: field.value } : null; })()`,
    );
    if (!field) throw new Error(`page ${check.page} of ${page.url()} has no block that says “${phrase}”`);
    const words = field.text
      .split(/(?<=[.!?])\s/)
      .map((sentence) => (sentence.includes(phrase) ? 'Your answers point this way.' : sentence))
      .join(' ');
    await keyboard.tabTo(`details:has(#${field.id}) > summary`);
    await keyboard.press('Enter');
    await keyboard.tabTo(`#${field.id}`);
    await keyboard.press('Control+a');
    await keyboard.type(words);
    await keyboard.go('Control+Enter');
    await keyboard.tabTo('form[action$="/file"] button');
    await keyboard.go('Enter');
  }

  /** What the desk says was done. @throws Error with its words when it is something else. */
  private async outcome(expected: Readonly<Record<string, string>>): Promise<string> {
    const url = new URL(this.page.url());
    const done = expected[url.searchParams.get('done') ?? ''];
    if (done !== undefined) return done;
    const words = await this.page.locator('main').innerText();
    throw new Error(
      `${this.name} expected ${Object.keys(expected).join(' or ')} at ${url.href}: ${words.slice(0, 400)}`,
    );
  }
}
