import { projectPath } from '@app/config';
import { ContentError, readCodedFolder } from '@app/occupations';
import { PayScale, type ScaleOfGroup } from './pay-scale.js';

export const PAY_SCALES_FOLDER = projectPath('libs/labour-market/content/pay-scales');

/**
 * The national pay scales by the code of every group whose people are on one (`content/pay-scales/`).
 * @param groups every unit group and six-digit group there is
 * @throws ContentError with file and line: a group that does not exist or stands on two scales, an amount, an address that is none
 */
export function loadPayScales(
  groups: { has(code: string): boolean },
  folder: string = PAY_SCALES_FOLDER,
): ReadonlyMap<string, ScaleOfGroup> {
  const problems: string[] = [];
  const scales = new Map<string, ScaleOfGroup>();
  for (const { code: id, entry: scale, placeOf } of readCodedFolder(folder, PayScale)) {
    if (/£\s?\d/.test([scale.name, scale.counts, scale.setBy].join(' ')))
      problems.push(`${placeOf()}: ${id}: an amount, which its page has and we do not keep up`);
    scale.groups.forEach((group, index) => {
      const say = (fault: string): number =>
        problems.push(`${placeOf(['groups', index, 'code'])}: ${id}: ${fault}`);
      const before = scales.get(group.code);
      if (!groups.has(group.code)) say(`there is no group ${group.code}`);
      if (before) say(`${group.code} stands on ${before.id} already`);
      scales.set(group.code, { id, scale, group });
    });
  }
  if (problems.length > 0) throw new ContentError(problems);
  return scales;
}
