import type { EmployerRecord } from '@app/occupations';
import { ALL_REGIONS, areaOf } from './areas.js';
import type { EmployerIndex } from './employer-index.js';
import { type EmployerKind, type NamedBodies, parseEmployer } from './employer-kind.js';
import { employerName } from './employer-name.js';
import { anyWord, type Places } from './places.js';

/** What is said when an employer is named: a fact that an editor can check, by a name of its own. */
export interface SaidOfEmployer {
  readonly name: string;
  readonly words: string;
}

/** An employer that an editor put among those of a kind. */
export interface KnownEmployer {
  /** As people know it. */
  readonly name: string;
  /** The kind in words. */
  readonly what: string;
  /** Its entry in the register; absent of one that is not there, which has its own site instead. */
  readonly record?: EmployerRecord;
  readonly page?: string;
  /** ONS names of where it employs people of this kind. */
  readonly regions: readonly string[];
  /** Whether that is a nation or more. */
  readonly wide: boolean;
  readonly said: SaidOfEmployer;
}

/** A fact about employers with where it is written. */
export interface EmployerFact extends SaidOfEmployer {
  readonly kind: string;
  readonly file: string;
  /** Words that lead to its line below that of the kind. */
  readonly lookFor: string;
  readonly page?: string;
}

/** The employers of each kind, looked up in the register once. */
export class EmployerKinds {
  private readonly found = new Map<string, readonly KnownEmployer[]>();

  constructor(
    private readonly kinds: ReadonlyMap<string, EmployerKind>,
    private readonly index: EmployerIndex,
    private readonly places: Places,
  ) {}

  /** Those of a kind, in the editor's order and then the largest first; none of a kind that does not exist. */
  of(id: string): readonly KnownEmployer[] {
    const known = this.found.get(id);
    if (known) return known;
    const kind = this.kinds.get(id);
    const written = kind ? this.writtenOf(kind) : [];
    const found = kind?.named ? [...written, ...this.bodiesOf(kind.what, kind.named, written)] : written;
    this.found.set(id, found);
    return found;
  }

  /** Every fact that naming employers rests on, one of a kind's public bodies together. */
  facts(): EmployerFact[] {
    return [...this.kinds].flatMap(([kind, { file, what, areas, named }]) => [
      ...Object.entries(areas).flatMap(([key, list]) =>
        list.map((written): EmployerFact => {
          const { name, page } = parseEmployer(written);
          const said = saidOf(name, what, areaOf(key)?.regions ?? []);
          return { ...said, kind, file, lookFor: written, ...(page && { page }) };
        }),
      ),
      ...(named ? [{ ...saidOfBodies(what, named.words), kind, file, lookFor: 'named:' }] : []),
    ]);
  }

  /** Whether those of a kind are as good as one another. */
  areAlike(id: string): boolean {
    return this.kinds.get(id)?.alike ?? false;
  }

  private writtenOf({ what, areas }: EmployerKind): KnownEmployer[] {
    return Object.entries(areas).flatMap(([key, list]) => {
      const area = areaOf(key);
      if (!area) return [];
      return list.flatMap((text): KnownEmployer[] => {
        const { name, words, page } = parseEmployer(text);
        const said = saidOf(name, what, area.regions);
        if (page !== undefined) return [{ name, what, page, ...area, said }];
        const record = this.index.entryOf(words ?? name);
        return record ? [{ name, what, record, ...area, said }] : [];
      });
    });
  }

  private bodiesOf(
    what: string,
    { words, not, least }: NamedBodies,
    written: readonly KnownEmployer[],
  ): KnownEmployer[] {
    const isOther = anyWord(not);
    const known = new Set(written.map(({ record }) => record));
    return [...new Set(words.flatMap((word) => this.index.named(word)))]
      .filter((record) => record.sizeFrom >= least && !isOther(record.name) && !known.has(record))
      .sort((a, b) => b.sizeFrom - a.sizeFrom || (a.name < b.name ? -1 : 1))
      .flatMap((record): KnownEmployer[] => {
        const region = this.places.regionOf(record);
        return region === undefined
          ? []
          : [
              {
                name: employerName(record.name),
                what,
                record,
                regions: [region],
                wide: false,
                said: saidOfBodies(what, words),
              },
            ];
      });
  }
}

const saidOf = (name: string, what: string, regions: readonly string[]): SaidOfEmployer => ({
  name: `${name}, ${what}`,
  words: `${name} is one of the ${what}; it employs people in ${regions.length === ALL_REGIONS.length ? 'all of the UK' : regions.join(', ')}.`,
});

const saidOfBodies = (what: string, words: readonly string[]): SaidOfEmployer => ({
  name: `${what}, by their names`,
  words: `The register’s bodies with ${words.join(', ')} in their names are ${what}.`,
});
