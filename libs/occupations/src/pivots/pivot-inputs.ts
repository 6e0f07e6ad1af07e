import { sha256, stableJson } from '@app/kernel';
import type { AllOccupations } from '../build/all-occupations.js';
import type { LicensedContent } from '../content/licensed-content.js';
import type { Dataset } from '../dataset/types.js';
import { MODEL_VERSION } from '../method/model.js';

/**
 * Fingerprint of everything that the paths rest on beside the rules themselves: the data set, and of the content what the rules read. A
 * mended sentence does not change it, a changed rating does.
 */
export function pivotInputs(
  dataset: Dataset,
  licensed: LicensedContent,
  { all, edited }: AllOccupations,
): string {
  return sha256(
    stableJson({
      dataset: dataset.version,
      model: MODEL_VERSION,
      occupations: all.map(({ slug, title, code, skillsCode, score, interval, jobZone, ukCodes }) => [
        slug,
        title,
        code,
        skillsCode,
        score,
        interval.low,
        interval.high,
        jobZone,
        ...ukCodes.flatMap((group) => [group.code, group.weight]),
      ]),
      licensed: licensed.professions.map(({ codes, entryRoute }) => [codes, entryRoute !== undefined]),
      fixed: [...edited.values()].map(({ slug, content }) => [
        slug,
        ...content.pivots.map((pivot) => pivot.slug),
      ]),
    }),
  );
}
