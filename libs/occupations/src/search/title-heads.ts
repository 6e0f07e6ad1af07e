import { wordsOf } from './normalise.js';

/** Of the titles with a word, the share in which it names the kind of work, from which on it does so by itself. */
const MOSTLY = 0.4;

/** Words that name a kind of work: “cleaner” in “Window cleaner” and in “Cleaner of windows”, not “window”. */
export class TitleHeads {
  private readonly uses = new Map<string, { all: number; asHead: number }>();

  /** @param words of the title, normalised */
  learn(title: string, words: readonly string[]): void {
    const [first = title] = title.split(/,|:|\(| (?:of|in|for|at|to|with|on|by|and|or) /);
    const head = first === title ? words.at(-1) : wordsOf(first).at(-1);
    for (const word of new Set(words)) {
      const uses = this.uses.get(word) ?? { all: 0, asHead: 0 };
      this.uses.set(word, { all: uses.all + 1, asHead: uses.asHead + (word === head ? 1 : 0) });
    }
  }

  knows(word: string): boolean {
    return this.uses.has(word);
  }

  isHead(word: string): boolean {
    const uses = this.uses.get(word);
    return uses !== undefined && uses.asHead / uses.all >= MOSTLY;
  }
}
