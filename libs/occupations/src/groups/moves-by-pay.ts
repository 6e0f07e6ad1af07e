import { projectPath } from '@app/config';
import { readCodedFolder } from '../content-files/coded-files.js';
import { ContentError } from '../content-files/content-error.js';
import type { Dataset } from '../dataset/types.js';
import { MOVES_FOLDER, NextGroupsEntry } from './next-groups.js';

/** Who earns this much less than now has to read it beside the reason. */
const TOLD_FALL = 0.15;
/** Nobody earns this much more next month: what lies between is named, a post or a training. */
const EXPLAINED_RISE = 0.4;
const SPEAKS_OF_PAY = /\b(pays?|paid|incomes?|wages?|salary|salaries|earns?|fees|commission)\b/i;

/**
 * The editors' moves against median pay, full time, of both unit groups (ASHE, else that of the year before): one that pays much less says so in
 * its reason, one that pays much more names the way there.
 * @throws ContentError with file and line of every move that does not
 */
export function checkMovesByPay(
  { pay, pay2024 }: Pick<Dataset, 'pay' | 'pay2024'>,
  folder: string = projectPath(MOVES_FOLDER),
): void {
  const medianOf = (code: string): number | undefined => (pay.get(code) ?? pay2024.get(code))?.median;
  const problems = readCodedFolder(folder, NextGroupsEntry).flatMap(({ code, entry, placeOf }) => {
    const now = medianOf(code.slice(0, 4));
    return entry.items.flatMap(({ to, why, route }, index) => {
      const then = medianOf(to);
      if (now === undefined || then === undefined) return [];
      const change = then / now - 1;
      const say = (fault: string): string[] => [
        `${placeOf(['items', index, 'to'])}: ${code}: ${to} ${fault}`,
      ];
      if (change < -TOLD_FALL && !SPEAKS_OF_PAY.test(why)) return say('pays much less and does not say so');
      if (change > EXPLAINED_RISE && route === undefined)
        return say('pays much more and names no post or training between');
      return [];
    });
  });
  if (problems.length > 0) throw new ContentError(problems);
}
