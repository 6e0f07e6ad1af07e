import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';

/** Letters that a title may have in a headline. */
const LONGEST = 46;

/** What an occupation is called in running text. */
export class ShortTitles {
  private constructor(private readonly bySlug: Readonly<Record<string, string>>) {}

  /** @throws AssetError naming the file and the title that is too long. */
  static load(file: string): ShortTitles {
    let titles: Record<string, unknown>;
    try {
      titles = (parse(readFileSync(file, 'utf8')) ?? {}) as typeof titles;
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
    for (const [slug, title] of Object.entries(titles))
      if (typeof title !== 'string' || title === '' || title.length > LONGEST)
        throw new AssetError(file, `"${slug}" needs a title of at most ${LONGEST} letters`);
    return new ShortTitles(titles as Record<string, string>);
  }

  get slugs(): string[] {
    return Object.keys(this.bySlug);
  }

  /** The editors' short title, or else the full one with what a headline does without taken out. */
  of(slug: string, title: string): string {
    const written = this.bySlug[slug];
    if (written !== undefined) return written;
    if (title.length <= LONGEST) return title;
    return capital(title.replace(/, (except|including) .*$/, ''));
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
