import type { Dataset } from '@app/occupations';

/** The titles of unit groups, by their code: what trades a step may be for. */
export interface TradeTitles {
  /** Of their pages. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** With those of the coding index. */
  readonly all: ReadonlyMap<string, readonly string[]>;
}

export function tradeTitles({
  occupations,
  britishTitles,
}: Pick<Dataset, 'occupations' | 'britishTitles'>): TradeTitles {
  const pages = new Map<string, string[]>();
  const all = new Map<string, string[]>();
  for (const { code, title, sourceTitle } of occupations.values()) {
    const group = code.slice(0, GROUP);
    pages.set(group, [...(pages.get(group) ?? []), title]);
    all.set(group, [...(all.get(group) ?? []), title, sourceTitle, ...(britishTitles.get(code) ?? [])]);
  }
  return { pages, all };
}

/** Digits of a unit group's code. */
const GROUP = 4;
