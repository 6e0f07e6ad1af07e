import { Injectable } from '@nestjs/common';
import { Liquid } from 'liquidjs';
import type { FastifyReply } from 'fastify';
import { projectPath, sellerVariables } from '@app/config';
import { RETENTION, shareOf } from '@app/kernel';
import { AssetStore } from './asset-store.js';
import { formToken } from './csrf.js';
import { HttpSettings } from './http-options.js';
import { registerPageFilters } from './page-filters.js';
import { currentRequest } from './request-context.js';
import { printHtml, SafeHtml } from './safe-html.js';

/**
 * Renders the Liquid templates under `templates/`. Each is parsed once. What a template prints is escaped unless it is {@link SafeHtml}.
 *
 * Every template has: `brand`, `path` (without the query), `site_url`, `support_email`, the seller and the VAT (`sellerVariables` of
 * `@app/config`), `price` (pence), `late_share` (what is paid back when it is late, in words), `correction_days`, `retention` (how long what is kept), and for forms
 * `csrf_field` and `csrf_token`. Using either of the last two sets a cookie and so makes the page personal; public pages use neither.
 */
@Injectable()
export class PageRenderer {
  private readonly engine: Liquid;

  constructor(
    private readonly settings: HttpSettings,
    assets: AssetStore,
  ) {
    this.engine = new Liquid({
      root: projectPath('templates'),
      extname: '.liquid',
      cache: true,
      outputEscape: printHtml,
      // A gap is an error where we can still see it; a reader in production gets the page with the gap.
      strictVariables: settings.environment.NODE_ENV !== 'production',
      strictFilters: true,
      lenientIf: true,
    });
    registerPageFilters(this.engine);
    this.engine.registerFilter('asset', (name: string) => assets.url(name));
  }

  /**
   * @param template path under `templates/` without its ending: `site/assessment/start`.
   * @param reply only needed outside a request of this server, or to be explicit.
   * @throws when the template is missing or broken; the message names file and line.
   */
  async render(template: string, data: object = {}, reply?: FastifyReply): Promise<string> {
    return (await this.engine.renderFile(
      template,
      this.scope(data, reply ?? currentRequest()?.reply),
    )) as string;
  }

  private scope(data: object, reply: FastifyReply | undefined): object {
    const { environment, app } = this.settings;
    const token = (): string => (reply ? formToken(reply) : '');
    return {
      brand: environment.BRAND_NAME,
      path: reply?.request.url.split('?')[0] ?? '/',
      request_id: reply?.request.id ?? '',
      site_url: environment.SITE_URL,
      support_email: environment.SUPPORT_EMAIL,
      ...sellerVariables(environment),
      price: environment.PRICE_PENCE,
      late_share: shareOf(environment.LATE_REFUND_PERCENT),
      correction_days: environment.CORRECTION_DAYS,
      retention: RETENTION,
      get csrf_token(): string {
        return token();
      },
      get csrf_field(): SafeHtml {
        return new SafeHtml(`<input type="hidden" name="_csrf" value="${token()}">`);
      },
      ...app.globals,
      ...data,
    };
  }
}
