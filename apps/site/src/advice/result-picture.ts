import { findingWords, type PersonalResult } from '@app/assessment';
import type { Environment } from '@app/config';
import { encodePng } from '@app/pictures';
import { resultHeadings } from '../assessment/views/result-headings.js';
import { drawSharePicture } from '../discovery/share-picture.js';

/** The finding as its owner says it of themselves: whoever sees the picture is somebody else. */
export const findingOfMine = (result: PersonalResult): string =>
  (result.level.startsWith('title') ? resultHeadings(result).page : findingWords(result).sentence)
    .replace(/\bYour\b/g, 'My')
    .replace(/\byour\b/g, 'my')
    .replace(/\byours\b/g, 'mine');

/** A PNG of score, range and finding, without a name. @param job whether the occupation may stand on it */
export function resultPicture(
  result: PersonalResult,
  job: boolean,
  { BRAND_NAME, SITE_URL }: Pick<Environment, 'BRAND_NAME' | 'SITE_URL'>,
): Promise<Buffer> {
  return encodePng(
    drawSharePicture({
      brand: BRAND_NAME,
      title: findingOfMine(result),
      say: `${job ? `${result.occupationTitle}. ` : ''}What AI tools can do of a week’s work today. Not a forecast of job loss.`,
      source: `${new URL(SITE_URL).host} · one person’s result, model ${result.modelVersion}`,
      score: {
        exact: result.score,
        value: Math.round(result.score),
        band: result.band,
        interval: { low: Math.round(result.interval.low), high: Math.round(result.interval.high) },
      },
    }),
  );
}
