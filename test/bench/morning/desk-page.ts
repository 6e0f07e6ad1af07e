import type { Page } from 'playwright-core';

/** A check as the desk words it. */
export interface SeenCheck {
  readonly level: string;
  readonly title: string;
  readonly found: string;
  /** What to do about red, or the question that amber asks. */
  readonly then: string;
  /** The page it speaks of; 0 for the file. */
  readonly page: number;
}

/** What a reviewer sees on the page of a review. */
export interface SeenReview {
  readonly id: string;
  readonly reference: string;
  readonly state: 'mine' | 'second' | 'other';
  readonly checks: readonly SeenCheck[];
  readonly pages: number;
}

/** Reads the page of a review as a person does: by its words. */
export async function seeReview(page: Page): Promise<SeenReview> {
  return await page.evaluate<SeenReview>(`(() => {
    const words = (node) => (node?.textContent ?? '').replace(/\\s+/g, ' ').trim();
    const checks = [...document.querySelectorAll('.check')].map((item) => {
      const [head, found, ...rest] = [...item.querySelectorAll('p')];
      return {
        level: words(head.querySelector('.state')),
        title: words(head.querySelector('b')),
        found: words(found),
        then: rest.map(words).join(' '),
        page: Number(/Page (\\d+): /.exec(words(found))?.[1] ?? 0),
      };
    });
    return {
      id: location.pathname.split('/')[2],
      reference: /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(document.title)?.[0] ?? '',
      state: document.querySelector('form[action$="/note"]') ? 'mine'
        : document.querySelector('form[action$="/second"]') ? 'second' : 'other',
      checks,
      pages: document.querySelectorAll('.pages li').length,
    };
  })()`);
}

/** How the desk marks the words of a page for its reader; the words of each kind. */
export interface SeenReading {
  /** New: to be read. */
  readonly marked: string;
  /** Of this person, or around what is new: to be looked over. */
  readonly dark: string;
  /** Read before, and the same whoever the draft is for. */
  readonly grey: string;
}

/** How the page that is open is marked: `null` when all of it is new. */
export const readingBeside = (page: Page): Promise<SeenReading | null> =>
  page.evaluate<SeenReading | null>(`(() => {
    const part = document.querySelector('section[aria-labelledby=fresh-title]');
    if (!part || part.querySelector('h2').textContent.startsWith('All of')) return null;
    const said = { marked: [], dark: [], grey: [] };
    for (const sentence of part.querySelectorAll('.reading li')) {
      const around = sentence.querySelector('mark') ? said.dark : said.grey;
      for (const node of sentence.childNodes)
        (node.nodeName === 'MARK' ? said.marked : node.nodeName === 'SPAN' ? said.dark : around).push(node.textContent);
    }
    return Object.fromEntries(Object.entries(said).map(([kind, words]) => [kind, words.join(' ')]));
  })()`);

/** Words of what stands beside the page on the left: checks that ask, and what the page was made from. */
export const wordsBeside = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `[...document.querySelectorAll('.checks, [aria-labelledby=sources-title]')].map((part) => part.innerText).join(' ')`,
  );
