import { Liquid } from 'liquidjs';
import { publicSite } from '../../support/public-site.js';
import { sideBySide } from '../measure.js';
import { milliseconds, progress, type Row } from '../ratio-table.js';

/** Longer than any address that is kept, so that every request makes the page. */
const URL = `/occupations/machine-learning-engineer?x=${'x'.repeat(220)}`;

/** A whole request for a page that nobody has asked for yet, beside LiquidJS alone on the same template with what the page gave it. */
export async function firstRender(): Promise<Row> {
  progress('a first render beside bare LiquidJS');
  const site = await publicSite({ LOG_LEVEL: 'silent' });
  const renderFile = Liquid.prototype.renderFile;
  let bare: (() => Promise<unknown>) | undefined;
  try {
    const ours = site.getHttpAdapter().getInstance();
    Liquid.prototype.renderFile = async function (this: Liquid, file: string, scope?: object) {
      const page = (await renderFile.call(this, file, scope)) as string;
      bare ??= () => renderFile.call(this, file, scope);
      return page;
    } as Liquid['renderFile'];
    const { statusCode } = await ours.inject(URL);
    Liquid.prototype.renderFile = renderFile;
    const alone = bare;
    if (statusCode !== 200 || !alone) throw new Error(`the page answered ${statusCode}`);
    const seen = await sideBySide([alone, () => ours.inject(URL)], { calls: 20, warmUp: 60 });
    const share = seen.ratio(0, 1);
    return {
      what: 'a first render of an occupation page: its share of what bare LiquidJS gives on the same template',
      seen: `${Math.round(100 * share)}%`,
      bar: '≥ 50%',
      pass: share >= 0.5,
      note: `${milliseconds(seen.cpu[1] ?? NaN)} beside ${milliseconds(seen.cpu[0] ?? NaN)} of CPU`,
    };
  } finally {
    Liquid.prototype.renderFile = renderFile;
    await site.close();
  }
}
