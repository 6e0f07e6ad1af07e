import { projectPath } from '@app/config';
import { readCodedFolder } from '../content-files/coded-files.js';
import { ContentError } from '../content-files/content-error.js';
import type { CodedEntry } from '../content-files/yaml-file.js';
import type { EditedFile } from '../content/load-content.js';
import { printedMedian } from '../dataset/pay-places.js';
import type { Dataset } from '../dataset/types.js';
import { MOVES_FOLDER, NextGroupsEntry } from '../groups/next-groups.js';
import { loadRegisters, type Registers, unnamedRegister } from '../groups/registers.js';
import { contradiction, saysGain, saysLossAndGain } from '../groups/words-of-pay.js';
import type { Occupation, UkCode } from '../model/occupation.js';
import type { Pivot } from '../model/pivot.js';

/** Nobody goes for as much pay, or less: past this the reason says that it is less, beside what is gained. */
const FELT_FALL = 0.02;

/** A path as a page prints it, against what the page prints beside it. */
interface PrintedLine {
  readonly path: Pick<Pivot, 'direction' | 'why' | 'entryRoute'>;
  /** Code of the group it leads to. */
  readonly to: string;
  /** From the usual pay of the page to that of the path, as a share; undefined where one is not known. */
  readonly change: number | undefined;
}

/**
 * What a printed path leaves out or says against its figures: one to work that is more exposed and paid less, or as exposed and paid
 * noticeably less, says both that pay is less and what is gained; one that asks for a course and pays no more says what is gained; none says
 * the contrary of the pay shown; and one into registered work names the register.
 */
export function faultsOfLine({ path, to, change }: PrintedLine, registers: Registers): string[] {
  const { direction, why = '', entryRoute = '' } = path;
  const contrary = change === undefined ? undefined : contradiction(why, change);
  const register = unnamedRegister(registers, to, `${why} ${entryRoute}`);
  return [
    ...(direction === 'more exposed' && change !== undefined && change < 0 && !saysLossAndGain(why, change)
      ? ['is more exposed and pays less, and does not say both that and what is gained']
      : []),
    ...(direction === 'about as exposed' && change !== undefined
      ? faultsOfEqual(why, entryRoute, change)
      : []),
    ...(contrary ? [`pays ${contrary} by the figures, and says the contrary`] : []),
    ...(register === undefined ? [] : [`does not name its register (${register})`]),
  ];
}

/** Of work that is as exposed. @param route the way in, empty where there is none */
function faultsOfEqual(why: string, route: string, change: number): string[] {
  if (change < -FELT_FALL && !saysLossAndGain(why, change))
    return ['is as exposed and pays less, and does not say both that and what is gained'];
  return change < 0 && change >= -FELT_FALL && route !== '' && !saysGain(why)
    ? ['is as exposed, pays no more and asks something first, and does not say what is gained']
    : [];
}

/** @param linked every occupation with its paths, by slug. @throws ContentError with file and line of every path that is at fault */
export function checkPrintedLines(
  dataset: Dataset,
  edited: readonly EditedFile[],
  linked: ReadonlyMap<string, Occupation>,
  folder: string = projectPath(MOVES_FOLDER),
  registers: Registers = loadRegisters(),
): void {
  const files = new Map(edited.map((file) => [file.slug, file]));
  // Their YAML takes seconds to read: only when a place has to be found.
  let read: ReadonlyMap<string, CodedEntry<NextGroupsEntry>> | undefined;
  const moves = (): ReadonlyMap<string, CodedEntry<NextGroupsEntry>> =>
    (read ??= new Map(readCodedFolder(folder, NextGroupsEntry).map((entry) => [entry.code, entry])));
  const placeOf = ({ slug, code }: Occupation, { why }: Pivot, to: string): string => {
    const file = files.get(slug);
    const at = file?.content.pivots.findIndex((pivot) => pivot.why === why) ?? -1;
    if (file && at >= 0) return `${file.file}:${file.lineOf(['pivots', at, 'why'])}`;
    const own = moves().get(code) ?? moves().get(code.slice(0, 4));
    const index = own?.entry.items.findIndex((move) => move.to === to.slice(0, 4)) ?? -1;
    return own?.placeOf(index < 0 ? [] : ['items', index, 'to']) ?? slug;
  };
  const problems = [...linked.values()].flatMap((from) =>
    from.pivots.flatMap((path) => {
      const target = linked.get(path.slug);
      if (!target) return [];
      const [now, then] = [from, target].map(({ ukCodes }) => printedMedian(dataset, heaviest(ukCodes)));
      const change = now === undefined || then === undefined ? undefined : then / now - 1;
      return faultsOfLine({ path, to: target.code, change }, registers).map(
        (fault) => `${placeOf(from, path, target.code)}: ${from.slug}: ${path.slug} ${fault}`,
      );
    }),
  );
  if (problems.length > 0) throw new ContentError(problems);
}

const heaviest = (codes: readonly UkCode[]): string =>
  [...codes].sort((a, b) => b.weight - a.weight)[0]?.code ?? '';
