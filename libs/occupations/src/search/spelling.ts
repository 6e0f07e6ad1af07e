/** As many words as a slip may be read as. */
const MOST_READINGS = 3;
/** A word of so many letters may hold two slips; one of {@link ONE_SLIP_FROM} one; in shorter ones every letter tells. */
const TWO_SLIPS_FROM = 8;
const ONE_SLIP_FROM = 5;
/** Consonants that a word spelt by ear shares with the one that was meant. */
const LEAST_CONSONANTS = 3;

/** Words spelt wrong, read as the words that titles use. */
export class Spelling {
  private readonly byStart = new Map<string, { word: string; heard: string }[]>();
  private readonly uses = new Map<string, number>();

  /** Counts a word that is spelt right. */
  learn(word: string): void {
    const uses = this.uses.get(word) ?? 0;
    this.uses.set(word, uses + 1);
    if (uses > 0) return;
    const heard = consonantsOf(word);
    // Psychologists are spelt with any of the three letters.
    for (const start of /^psy/.test(word) ? ['s', 'f'] : [startOf(word)]) {
      const same = this.byStart.get(start);
      if (same) same.push({ word, heard });
      else this.byStart.set(start, [{ word, heard }]);
    }
  }

  knows(word: string): boolean {
    return this.uses.has(word);
  }

  /**
   * The words a misspelt one may be, likeliest first: fewest slips, then the same sound, then the commonest. Empty when it is too far from
   * all. The first sound must be right, as it nearly always is.
   */
  readings(word: string): string[] {
    if (word.length < 4 || /\d/.test(word)) return [];
    const most = word.length >= TWO_SLIPS_FROM ? 2 : word.length >= ONE_SLIP_FROM ? 1 : 0;
    const heard = consonantsOf(word);
    const found: { word: string; slips: number; uses: number }[] = [];
    for (const known of this.byStart.get(startOf(word)) ?? []) {
      if (Math.abs(known.word.length - word.length) > 2) continue;
      const sameSound = heard.length >= LEAST_CONSONANTS && known.heard === heard;
      const slips = slipsBetween(word, known.word, sameSound ? 2 : most);
      if (slips > (sameSound ? 2 : most)) continue;
      found.push({
        word: known.word,
        slips: slips - (sameSound ? 0.5 : 0),
        uses: this.uses.get(known.word) ?? 0,
      });
    }
    const least = Math.min(...found.map(({ slips }) => slips));
    return found
      .filter(({ slips }) => slips < least + 1)
      .sort((a, b) => a.slips - b.slips || b.uses - a.uses || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_READINGS)
      .map((each) => each.word);
  }
}

/** The first sound, by one letter: physio and fysio, knitter and nitter begin alike. */
const startOf = (word: string): string =>
  word
    .replace(/^(ph)/, 'f')
    .replace(/^(ps|c(?=[eiy])|z)/, 's')
    .replace(/^(kn|pn|gn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^(ck?|q)/, 'k')
    .replace(/^e/, 'i')
    .charAt(0);

/** Consonants as they sound, each once in a row: nurse and nyrs are alike. */
const consonantsOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/^(kn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

/**
 * Letters wrong, missing, too many, or two that changed places (Damerau–Levenshtein), as long as there are no more than `most`; else a number
 * above it.
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
