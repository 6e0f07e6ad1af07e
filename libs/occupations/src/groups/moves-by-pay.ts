import { projectPath } from '@app/config';
import { readCodedFolder } from '../content-files/coded-files.js';
import { ContentError } from '../content-files/content-error.js';
import type { Dataset } from '../dataset/types.js';
import { MOVES_FOLDER, NextGroupsEntry } from './next-groups.js';
import { loadRegisters, type Registers, unnamedRegister } from './registers.js';
import { contradiction, speaksOfPay } from './words-of-pay.js';

/** Who earns this much less than now has to read it beside the reason. */
const TOLD_FALL = 0.1;
/** Nobody earns this much more next month: what lies between is named, a post or a training. */
const EXPLAINED_RISE = 0.4;

type Pay = Pick<Dataset, 'pay' | 'pay2024'>;

/** From the median of one unit group, full time (ASHE, else that of the year before), to that of another, as a share; undefined where one is not known. */
function changeOfPay({ pay, pay2024 }: Pay, from: string, to: string): number | undefined {
  const [now, then] = [from, to].map((code) => (pay.get(code) ?? pay2024.get(code))?.median);
  return now === undefined || then === undefined ? undefined : then / now - 1;
}

/** Whether a move between two unit groups pays much less and its reason does not say so. */
export const hidesFall = (pay: Pay, from: string, to: string, why: string): boolean =>
  (changeOfPay(pay, from, to) ?? 0) < -TOLD_FALL && !speaksOfPay(why);

/**
 * The editors' moves against median pay, full time, of both unit groups (ASHE, else that of the year before) and the registers of work: one
 * that pays much less says so in its reason, one that pays much more names the way there, none says the contrary of the figures, and one
 * into registered work names the register.
 * @throws ContentError with file and line of every move that does not
 */
export function checkMovesByPay(
  pay: Pay,
  folder: string = projectPath(MOVES_FOLDER),
  registers: Registers = loadRegisters(),
): void {
  const problems = readCodedFolder(folder, NextGroupsEntry).flatMap(({ code, entry, placeOf }) =>
    entry.items.flatMap(({ to, why, route }, index) => {
      const from = code.slice(0, 4);
      const say = (fault: string): string => `${placeOf(['items', index, 'to'])}: ${code}: ${to} ${fault}`;
      const change = changeOfPay(pay, from, to);
      const contrary = change === undefined ? undefined : contradiction(why, change);
      const register = unnamedRegister(registers, to, `${why} ${route ?? ''}`);
      return [
        ...(hidesFall(pay, from, to, why) ? [say('pays much less and does not say so')] : []),
        ...((change ?? 0) > EXPLAINED_RISE && route === undefined
          ? [say('pays much more and names no post or training between')]
          : []),
        ...(contrary ? [say(`pays ${contrary} by the figures, and says the contrary`)] : []),
        ...(register === undefined ? [] : [say(`does not name its register (${register})`)]),
      ];
    }),
  );
  if (problems.length > 0) throw new ContentError(problems);
}
