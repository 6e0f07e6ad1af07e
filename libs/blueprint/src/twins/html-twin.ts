import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { type Drawing, toSvg } from '@app/charts';
import { addressesIn, AssetError } from '@app/typeset';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { type TwinAssets, twinPages } from './twin-pages.js';

/** `large` is for large print: 18 point on screen and on paper, on as many sheets as that takes. */
export type TwinSize = 'standard' | 'large';

/** The template of the HTML twin, read and parsed once. */
export class HtmlTwin {
  private constructor(
    private readonly liquid: Liquid,
    private readonly template: Template[],
    private readonly style: string,
  ) {}

  /** @throws AssetError naming the file that is missing or wrong. */
  static load(folder: string): HtmlTwin {
    const liquid = new Liquid({ strictFilters: true, outputEscape: 'escape' });
    liquid.registerFilter('inline', { raw: true, handler: inline });
    liquid.registerFilter('svg', { raw: true, handler: (drawing: Drawing) => toSvg(drawing) });
    const file = join(folder, 'blueprint.html.liquid');
    try {
      const template = liquid.parse(readFileSync(file, 'utf8'));
      return new HtmlTwin(liquid, template, readFileSync(join(folder, 'blueprint.css'), 'utf8'));
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
  }

  /** One file without scripts, pictures or anything fetched; equal snapshots give equal text. */
  render(snapshot: BlueprintSnapshot, assets: TwinAssets, size: TwinSize = 'standard'): string {
    const { title, about, pages } = twinPages(snapshot, assets);
    return String(
      this.liquid.renderSync(this.template, {
        title,
        about,
        large: size === 'large',
        style: this.style,
        brand: snapshot.brand.name,
        site_url: snapshot.brand.siteUrl,
        reference: snapshot.order.reference,
        version: snapshot.order.version,
        pages: pages.map(({ soWhat, ...page }) => ({ ...page, so_what: soWhat })),
      }),
    );
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
