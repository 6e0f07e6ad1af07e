import type { EmployerRecord } from '@app/occupations';
import { joinInitials } from './employer-name.js';
import { anyWord } from './places.js';

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
    const fits = anyWord([phrase]);
    return (this.byWord.get(words(phrase)[0] ?? '') ?? []).filter(({ name }) => fits(joinInitials(name)));
  }
}
