import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid } from 'liquidjs';
import { sha256 } from '@app/kernel';
import { AssetError } from '@app/typeset';
import { atLine, parsePage, type ParsedPage, type ParsedText } from './parse-page.js';
import { wordFilters } from './word-filters.js';

/** A part of a page's running text. */
export type BodyPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list' | 'numbers'; readonly items: readonly string[] };

/** The words of one page, filled in. `words` holds every other named text of the front matter. */
export interface FilledCopy {
  readonly bookmark: string;
  readonly headline: string;
  /** Said instead when the headline does not fit its lines; '' when the page has no shorter one. */
  readonly headlineShort: string;
  readonly lede: string;
  readonly soWhat: string;
  readonly source: string;
  readonly words: (name: string) => string;
  readonly body: readonly BodyPart[];
}

/** The copy of all pages: Liquid with YAML front matter, one file a page, parsed once. */
export class PageCopy {
  private constructor(
    private readonly liquid: Liquid,
    private readonly pages: ReadonlyMap<string, ParsedPage>,
    /** Changes with any word of any page. */
    readonly version: string,
  ) {}

  /** @throws AssetError naming the file that is missing or wrong. */
  static load(folder: string, names: readonly string[]): PageCopy {
    const liquid = wordFilters(new Liquid({ strictFilters: true, strictVariables: true }));
    const pages = new Map<string, ParsedPage>();
    const texts: string[] = [];
    for (const name of names) {
      const file = join(folder, `${name}.liquid`);
      try {
        const text = readFileSync(file, 'utf8');
        texts.push(text);
        pages.set(name, parsePage(liquid, file, text));
      } catch (error) {
        if (error instanceof AssetError) throw error;
        throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
      }
    }
    return new PageCopy(liquid, pages, sha256(texts.join('\0')).slice(0, 12));
  }

  /** The page's words for one person. @throws AssetError when the copy uses a value that is not there. */
  fill(name: string, values: object): FilledCopy {
    const page = this.pages.get(name);
    if (!page) throw new Error(`there is no copy for ${name}`);
    const words = (field: string): string => {
      const text = page.fields.get(field);
      return text ? folded(this.render(page, text, values)) : '';
    };
    return {
      bookmark: words('bookmark'),
      headline: words('headline'),
      headlineShort: words('headline_short'),
      lede: words('lede'),
      soWhat: words('so_what'),
      source: words('source'),
      words,
      body: bodyParts(this.render(page, page.body, values)),
    };
  }

  private render({ file }: ParsedPage, { templates, line }: ParsedText, values: object): string {
    return atLine(file, line, () => String(this.liquid.renderSync(templates, values)));
  }
}

/** Every file of words under the blueprint's templates, for the version that a snapshot names; fonts are no words, packed or not. */
export function templateVersion(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.ttf(\.br)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return sha256(files.map((file) => readFileSync(file, 'utf8')).join('\0')).slice(0, 12);
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

function bodyParts(text: string): BodyPart[] {
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  return blocks.flatMap((block): BodyPart[] => {
    if (block.startsWith('## ')) return [{ kind: 'heading', text: folded(block.slice(3)) }];
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.every((line) => line.startsWith('- ')))
      return [{ kind: 'list', items: lines.map((line) => folded(line.slice(2))) }];
    if (lines.every((line) => /^\d+\. /.test(line)))
      return [{ kind: 'numbers', items: lines.map((line) => folded(line.replace(/^\d+\. /, ''))) }];
    return [{ kind: 'paragraph', text: folded(block) }];
  });
}
