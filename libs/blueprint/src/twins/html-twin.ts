import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { type Drawing, toSvg } from '@app/charts';
import { addressesIn, AssetError } from '@app/typeset';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { type TwinAssets, type TwinFacts, type TwinPage, twinPages } from './twin-pages.js';

/** `large` is for large print: 18 point on screen and on paper, on as many sheets as that takes. */
export type TwinSize = 'standard' | 'large';

/** The templates of the HTML twin, read and parsed once. */
export class HtmlTwin {
  private constructor(
    private readonly liquid: Liquid,
    private readonly frame: Template[],
    private readonly main: Template[],
    private readonly style: string,
  ) {}

  /** @throws AssetError naming the file that is missing or wrong. */
  static load(folder: string): HtmlTwin {
    const liquid = new Liquid({ strictFilters: true, outputEscape: 'escape' });
    liquid.registerFilter('inline', { raw: true, handler: inline });
    liquid.registerFilter('svg', { raw: true, handler: (drawing: Drawing) => toSvg(drawing) });
    const parsed = (name: string): Template[] => {
      const file = join(folder, name);
      try {
        return liquid.parse(readFileSync(file, 'utf8'));
      } catch (error) {
        throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
      }
    };
    const style = join(folder, 'blueprint.css');
    try {
      return new HtmlTwin(
        liquid,
        parsed('blueprint.html.liquid'),
        parsed('pages.html.liquid'),
        readFileSync(style, 'utf8'),
      );
    } catch (error) {
      if (error instanceof AssetError) throw error;
      throw new AssetError(style, error instanceof Error ? error.message : 'cannot be read');
    }
  }

  /** One file without scripts, pictures or anything fetched; equal snapshots give equal text. */
  render(snapshot: BlueprintSnapshot, assets: TwinAssets, size: TwinSize = 'standard'): string {
    return this.copies(snapshot, twinPages(snapshot, assets))(size);
  }

  /** The file of each size. Their pages are the same and are written once. */
  copies(
    { brand, order }: BlueprintSnapshot,
    { title, about, pages }: TwinFacts & { readonly pages: readonly TwinPage[] },
  ): (size: TwinSize) => string {
    const shown = pages.map(({ soWhat, ...page }) => ({ ...page, so_what: soWhat }));
    const main = this.filled(this.main, { site_url: brand.siteUrl, pages: shown });
    return (size) =>
      this.filled(this.frame, {
        title,
        about,
        main,
        large: size === 'large',
        style: this.style,
        brand: brand.name,
        reference: order.reference,
        version: order.version,
        pages: shown,
      });
  }

  private filled(template: Template[], values: object): string {
    return String(this.liquid.renderSync(template, values));
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Words with `**` marks as strong and addresses as links. */
function inline(value: unknown, siteUrl: unknown): string {
  const text = String(value);
  let html = '';
  let from = 0;
  for (const { start, end, url } of addressesIn(text, String(siteUrl))) {
    html += `${escaped(text.slice(from, start))}<a href="${escaped(url)}">${escaped(text.slice(start, end))}</a>`;
    from = end;
  }
  return (html + escaped(text.slice(from))).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}
