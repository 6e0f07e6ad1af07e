import type { Page } from 'playwright-core';
import { wordsIn } from '../reading-speed.js';

interface Seen {
  readonly words: string;
  /** Figures of a table, labels of a chart and small print: looked over on the way to what is wanted. */
  readonly glanced: boolean;
}

/** Every piece of text of the page's main part that stands in the window now, as painted: nothing folded, nothing for screen readers alone. */
const IN_VIEW = `(() => {
  const seen = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.replace(/\\s+/g, ' ').trim();
    const parent = node.parentElement;
    if (!words || parent.closest('.visually-hidden, option, title, desc') || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    if (width < 2 || bottom <= 0 || top >= innerHeight) continue;
    seen.push({ words, glanced: parent.closest('td, svg, .source, .small-print, .saved, .crumbs') !== null });
  }
  return seen;
})()`;

/** Somebody's eyes: they read what is in the window, and look over what they have read before, such as the same five answers at every task. */
export class Eyes {
  readonly #read = new Set<string>();

  /** Words in the window of this page that are new, and words to look over. What stood there a moment ago, on the same page, counts once. */
  async over(page: Page, already: Set<string>): Promise<{ fresh: number; known: number }> {
    let [fresh, known] = [0, 0];
    for (const { words, glanced } of await page.evaluate<Seen[]>(IN_VIEW)) {
      if (already.has(words)) continue;
      already.add(words);
      if (glanced || this.#read.has(words)) known += wordsIn(words);
      else fresh += wordsIn(words);
      this.#read.add(words);
    }
    return { fresh, known };
  }
}
