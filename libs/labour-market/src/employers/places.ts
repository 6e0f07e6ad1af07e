import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { EmployerRecord } from '@app/occupations';

const content = <T>(file: string): T =>
  parse(readFileSync(projectPath(`libs/labour-market/content/places/${file}`), 'utf8')) as T;

/** A test for any of some whole words, in any case. No words fit nothing. */
export function anyWord(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.test(text);
}

/** Where employers are, by the editors' tables of postcodes and names (`content/places/`). */
export class Places {
  private readonly byArea = content<Readonly<Record<string, string>>>('postcode-areas.yaml');
  private readonly byDistrict = new Map(
    Object.entries(content<Readonly<Record<string, readonly string[]>>>('postcode-districts.yaml')).flatMap(
      ([region, districts]) => districts.map((district) => [district, region] as const),
    ),
  );
  private readonly byName = Object.entries(
    content<Readonly<Record<string, readonly string[]>>>('place-words.yaml'),
  ).map(([region, words]) => ({ region, fits: anyWord(words) }));
  private readonly found = new Map<string, readonly string[]>();

  /** Region or nation by ONS name: that of a place in the name, else that of the address; undefined when neither says. */
  regionOf({ name, place }: Pick<EmployerRecord, 'name' | 'place'>): string | undefined {
    const named = this.tiesOf(name);
    if (named.length > 0) return named.length === 1 ? named[0] : this.addressOf(place);
    return this.addressOf(place);
  }

  /** Regions and nations by ONS name of the places in a name. */
  tiesOf(name: string): readonly string[] {
    const known = this.found.get(name);
    if (known) return known;
    const found = this.byName.filter(({ fits }) => fits(name)).map(({ region }) => region);
    this.found.set(name, found);
    return found;
  }

  private addressOf(district: string): string | undefined {
    return this.byDistrict.get(district) ?? this.byArea[/^[A-Z]+/.exec(district)?.[0] ?? ''];
  }
}
