import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Eyes } from './eyes.js';
import {
  aimingSeconds,
  pressingSeconds,
  readingSeconds,
  scrollingSeconds,
  sendingSeconds,
  typingSeconds,
} from './keystroke-model.js';
import type { Visitor } from './people.js';

/** Set PICTURES to a folder to look at every screen afterwards. */
const pictures = process.env['PICTURES'];

/** One page in front of one person. Seconds. */
export interface Screen {
  readonly name: string;
  /** Measured, from the press to the page. */
  waiting: number;
  /** Modelled. */
  reading: number;
  /** Modelled: taps, swipes, letters. */
  hands: number;
  /** Heights of the window that were scrolled through, the first included. */
  heights: number;
  /** Questions answered. */
  answered: number;
  /** What the page would not take, in its words. */
  readonly mistakes: readonly string[];
  readonly hesitations: string[];
}

export const secondsOf = ({ waiting, reading, hands }: Screen): number => waiting + reading + hands;

/** Something to press in the first window of a page: a button, a field, an answer, or a link in a list of results. */
const NEXT_STEP = 'main .button, main input:not([type=hidden]), main .ranked a';

/** One person at one browser: what they see, do and stumble over, from one screen to the next. */
export class Visit {
  readonly screens: Screen[] = [];
  readonly #eyes = new Eyes();
  #onThisPage = new Set<string>();

  constructor(
    readonly page: Page,
    readonly person: Visitor,
  ) {}

  async open(url: string): Promise<void> {
    await this.#toNextScreen(() => this.page.goto(url));
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** Presses what leads to another page. */
  async go(target: Locator): Promise<void> {
    await this.#reach(target);
    this.#hands(pressingSeconds);
    await this.#toNextScreen(() => target.click());
  }

  /** Goes on by the page's one solid button, as everybody does. */
  async goOn(): Promise<void> {
    await this.go(this.visible('main .button:not(.button-quiet)').first());
  }

  /** Chooses an answer. */
  async choose(label: Locator): Promise<void> {
    await this.#reach(label);
    await label.click();
    this.#hands(pressingSeconds);
  }

  async type(field: Locator, words: string): Promise<void> {
    await this.#reach(field);
    await field.fill(words);
    this.#hands(typingSeconds(words.length, this.person.device));
  }

  /** Whether something comes up by itself while they type; they read what does. */
  async isOffered(wanted: Locator): Promise<boolean> {
    await this.visible('main [role=option]')
      .first()
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
    await this.#look();
    return (await wanted.count()) > 0;
  }

  /** Sends a form from the keyboard. */
  async send(field: Locator): Promise<void> {
    this.#hands(sendingSeconds);
    await this.#toNextScreen(() => field.press('Enter'));
  }

  /** Opens a list and picks from it. */
  async pick(list: Locator, words: string): Promise<void> {
    await this.#reach(list);
    await list.selectOption({ label: words });
    this.#hands(pressingSeconds + aimingSeconds);
  }

  answers(): void {
    this.#screen.answered += 1;
  }

  hesitates(why: string): void {
    this.#screen.hesitations.push(why);
  }

  visible(selector: string): Locator {
    return this.page.locator(selector).filter({ visible: true });
  }

  get #screen(): Screen {
    const screen = this.screens.at(-1);
    if (!screen) throw new Error('No page is open');
    return screen;
  }

  #hands(seconds: number): void {
    this.#screen.hands += seconds * this.person.pace;
  }

  async #toNextScreen(go: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await Promise.all([this.page.waitForEvent('load'), go()]);
    await this.#patiently();
    const waiting = (performance.now() - began) / 1000;
    const name = new URL(this.page.url()).pathname;
    const mistakes = await this.page.locator('main .error-summary li').allInnerTexts();
    this.screens.push({
      name,
      waiting,
      reading: 0,
      hands: 0,
      heights: 1,
      answered: 0,
      mistakes,
      hesitations: [],
    });
    this.#onThisPage = new Set();
    await this.#picture();
    await this.#look();
    if (mistakes.length === 0 && !(await this.#inView(this.page.locator(NEXT_STEP))))
      this.hesitates(`nothing to press in the first window of “${await this.heading()}”`);
  }

  /** A machine with too much to do says that it will be back; then they load the page again, as it asks. */
  async #patiently(): Promise<void> {
    for (let times = 0; times < 5 && /back in a moment/i.test(await this.heading()); times += 1) {
      await this.page.waitForTimeout(2_000);
      await this.page.reload();
    }
  }

  async #look(): Promise<void> {
    const { fresh, known } = await this.#eyes.over(this.page, this.#onThisPage);
    this.#screen.reading += readingSeconds(fresh, known) * this.person.pace;
  }

  async #inView(targets: Locator): Promise<boolean> {
    const height = this.page.viewportSize()?.height ?? 0;
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      if (box && box.width > 1 && box.y >= 0 && box.y + Math.min(box.height, 40) <= height) return true;
    }
    return false;
  }

  /** Scrolls on, reading, until what the person wants is in the window. @throws Error when no such thing can be seen */
  async #reach(target: Locator): Promise<void> {
    if ((await target.count()) === 0)
      throw new Error(`${this.person.who} does not find ${String(target)} on ${this.page.url()}`);
    for (let swipes = 0; swipes < 60 && !(await this.#inView(target)); swipes += 1) {
      const up = ((await target.boundingBox())?.y ?? 0) < 0;
      await this.page.evaluate(`scrollBy({ top: ${up ? '-' : ''}innerHeight * 0.7, behavior: 'instant' })`);
      this.#hands(scrollingSeconds);
      await this.#look();
    }
    const seen = await this.page.evaluate<number>('(scrollY + innerHeight) / innerHeight');
    this.#screen.heights = Math.max(this.#screen.heights, seen);
  }

  async #picture(): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    const name = `${this.person.who.replaceAll(/\W+/g, '-')}-${String(this.screens.length).padStart(2, '0')}`;
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }
}
