import { Injectable } from '@nestjs/common';
import { Liquid } from 'liquidjs';
import { Environment, projectPath, sellerVariables } from '@app/config';
import { formatDay, formatDayTime, formatPence, pence, RETENTION, shareOf } from '@app/kernel';
import { plainText } from './plain-text.js';

export interface RenderedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Renders `templates/email/<name>.html.liquid` and `<name>.text.liquid`. The first line of the text is the subject, after "Subject: ".
 * Unknown variables are errors, so that no customer reads a gap.
 */
@Injectable()
export class EmailRenderer {
  private readonly html = this.engine('escape');
  private readonly text = this.engine(undefined);

  constructor(private readonly environment: Environment) {}

  /** @throws when the template is missing or names a variable that `data` does not hold. */
  async render(name: string, data: Readonly<Record<string, unknown>>): Promise<RenderedEmail> {
    const scope = {
      brand: this.environment.BRAND_NAME,
      support_email: this.environment.SUPPORT_EMAIL,
      site_url: this.environment.SITE_URL,
      ...sellerVariables(this.environment),
      late_share: shareOf(this.environment.LATE_REFUND_PERCENT),
      correction_days: this.environment.CORRECTION_DAYS,
      retention: RETENTION,
      ...data,
    };
    const [html, plain] = await Promise.all([
      this.html.renderFile(`${name}.html.liquid`, scope) as Promise<string>,
      this.text.renderFile(`${name}.text.liquid`, scope) as Promise<string>,
    ]);
    const [, subject, body] = /^Subject: (.+)\n+([\s\S]*)$/.exec(plain) ?? [];
    if (subject === undefined || body === undefined)
      throw new Error(`templates/email/${name}.text.liquid must begin with "Subject: …"`);
    return { subject, html, text: body };
  }

  private engine(outputEscape: 'escape' | undefined): Liquid {
    const engine = new Liquid({
      // The second for what emails share with the site, such as the terms of sale.
      root: [projectPath('templates', 'email'), projectPath('templates')],
      cache: true,
      strictVariables: true,
      ...(outputEscape ? { outputEscape } : {}),
    });
    engine.registerFilter('money', (amount: number) => formatPence(pence(amount)));
    engine.registerFilter('plain', plainText);
    engine.registerFilter('day', (at: string | Date) => formatDay(new Date(at)));
    engine.registerFilter('day_time', (at: string | Date) => formatDayTime(new Date(at)));
    return engine;
  }
}
