import type { EmployerRecord } from '@app/occupations';
import { joinInitials } from './employer-name.js';
import { anyWord } from './places.js';

const straight = (name: string): string => name.replaceAll('’', "'");

const words = (name: string): string[] =>
  joinInitials(name)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The employers by industry code and by the words of their names: a list is asked of ten thousand, many times. */
export class EmployerIndex {
  private readonly bySic = new Map<string, EmployerRecord[]>();
  private readonly byWord = new Map<string, EmployerRecord[]>();

  constructor(employers: readonly EmployerRecord[]) {
    const put = (map: Map<string, EmployerRecord[]>, key: string, one: EmployerRecord): void => {
      const known = map.get(key);
      if (known) known.push(one);
      else map.set(key, [one]);
    };
    for (const employer of employers) {
      for (const sic of new Set(employer.sic)) put(this.bySic, sic, employer);
      for (const word of new Set(words(employer.name))) put(this.byWord, word, employer);
    }
  }

  withCode(sic: string): readonly EmployerRecord[] {
    return this.bySic.get(sic) ?? [];
  }

  /** Those whose names hold the words, whole and in any case. */
  named(phrase: string): readonly EmployerRecord[] {
    const fits = anyWord([straight(phrase)]);
    return (this.byWord.get(words(straight(phrase))[0] ?? '') ?? []).filter(({ name }) =>
      fits(straight(joinInitials(name))),
    );
  }

  /**
   * The entry that an editor means by words of its name: one whose name begins with them, else the only one that holds them; the largest and
   * then the shortest of several that begin so. Undefined when none or more than one could be meant.
   */
  entryOf(phrase: string): EmployerRecord | undefined {
    const holding = this.named(phrase);
    const start = plain(phrase);
    const beginning = holding
      .filter(({ name }) => plain(name).startsWith(start))
      .sort((a, b) => b.sizeFrom - a.sizeFrom || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
    return beginning[0] ?? (holding.length === 1 ? holding[0] : undefined);
  }
}

const plain = (name: string): string => straight(joinInitials(name)).toLowerCase().replace(/^the /, '');
