import type { Page } from 'playwright-core';

const MOST_TABS = 120;

/** Somebody's hands on the keyboard: nothing else moves the page. Keys pressed and letters typed are counted apart. */
export class CountedKeyboard {
  keys = 0;
  letters = 0;

  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Presses a key that leads to another page, and waits until that is there. */
  async go(key: string): Promise<void> {
    const { page } = this;
    const from = page.url();
    try {
      await Promise.all([page.waitForEvent('load'), this.press(key)]);
    } catch (cause) {
      throw new Error(`${key} on ${from} leads nowhere; ${await this.said()}`, { cause });
    }
  }

  /** Types words into the field that has the focus. They arrive at once: how long a person takes over them is modelled, see `reading.ts`. */
  async type(words: string): Promise<void> {
    this.letters += words.length;
    await this.page.keyboard.insertText(words);
  }

  /** Tabs until the focus is on what the selector names. @throws Error when it cannot be reached. */
  async tabTo(selector: string): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await this.at(selector)) return;
      await this.press('Tab');
    }
    throw new Error(
      `${MOST_TABS} tabs on ${this.page.url()} do not lead to ${selector}; ${await this.said()}`,
    );
  }

  private async said(): Promise<string> {
    const words = await this.page.locator('h1, h2, [role=alert], .field-error').allTextContents();
    return `the page says: ${words.join(' | ')}`;
  }

  /** Whether the focus is there. */
  at(selector: string): Promise<boolean> {
    return this.page.evaluate<boolean>(
      `document.activeElement?.matches(${JSON.stringify(selector)}) === true`,
    );
  }

  /** Scrolls on until the end of an element has been in sight. */
  async readDown(selector: string): Promise<void> {
    const below = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().bottom > window.innerHeight + 1`;
    for (let steps = 0; steps < 9 && (await this.page.evaluate<boolean>(below)); steps += 1) {
      // A page glides to its new place; whoever presses again before it is there has pressed too often.
      await this.page.evaluate(
        `window.still = new Promise((then) => { addEventListener('scrollend', then, { once: true }); setTimeout(then, 2000); }); undefined`,
      );
      await this.press('PageDown');
      await this.page.evaluate('window.still');
    }
  }
}
