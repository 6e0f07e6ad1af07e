import type { Page } from 'playwright-core';
import { wordsIn } from '../reading-speed.js';
import type { CountedKeyboard } from './counted-keyboard.js';
import { readingBeside, type SeenCheck, type SeenReview, wordsBeside } from './desk-page.js';
import { putInPlaceOf, quotedIn } from './editing.js';
import type { PageMet } from './reading.js';

const NOTE =
  'I read all fifteen pages beside your answers and compared the figures with their sources. What is said of your week is what you told us.';

/** What a reviewer does about one draft that is theirs: each step follows from what the desk shows of it. */
export class Judging {
  /** Words read beside the pages. */
  beside = 0;
  readonly pages: PageMet[] = [];
  /** Milliseconds that looking at the page for faults took, which no reviewer does. */
  paused = 0;

  constructor(
    private readonly keyboard: CountedKeyboard,
    private readonly onPage: (page: Page) => Promise<void>,
  ) {}

  private get page(): Page {
    return this.keyboard.page;
  }

  /** @returns what was decided, in words. */
  async judge(seen: SeenReview): Promise<string> {
    const reds = seen.checks.filter(({ level }) => level === 'red');
    const [red] = reds;
    if (red) await this.look(red);
    if (seen.state === 'second') return red ? await this.return(red) : await this.readAndConfirm(seen);
    if (red && /^Pause the order/.test(red.then)) return await this.pauseOrHold(red);
    // What is red decides: a question beside it is asked again of the next draft.
    const wording = (red ? [red] : seen.checks).find(
      (check) =>
        check.level !== 'green' && /^Edit the|edit the sentence/.test(check.then) && quotedIn(check) !== null,
    );
    if (red && (!wording || reds.length > 1)) return await this.return(red);
    if (!wording) return await this.readAndApprove(seen, '');
    if (wording.level === 'amber') await this.look(wording);
    const refused = await putInPlaceOf(this.keyboard, wording, () => this.pass());
    return refused === null
      ? await this.readAndApprove(seen, 'edited, ')
      : await this.return({ ...wording, found: `${wording.found} ${refused}` });
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

  /** Lets the open page be looked at. */
  async pass(): Promise<void> {
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

  /** What the desk says was done. @throws Error with its words when it is something else. */
  private async outcome(expected: Readonly<Record<string, string>>): Promise<string> {
    const url = new URL(this.page.url());
    const done = expected[url.searchParams.get('done') ?? ''];
    if (done !== undefined) return done;
    const words = await this.page.locator('main').innerText();
    throw new Error(`expected ${Object.keys(expected).join(' or ')} at ${url.href}: ${words.slice(0, 400)}`);
  }
}
