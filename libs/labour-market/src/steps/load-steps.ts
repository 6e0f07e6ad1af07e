import { projectPath } from '@app/config';
import {
  americanSpellings,
  type CodedEntry,
  ContentError,
  readCodedFolder,
  beginsAWord,
  isForTrade,
} from '@app/occupations';
import { GroupSteps, type TradeStep } from './group-steps.js';
import type { TradeTitles } from './trade-titles.js';

export const STEPS_FOLDER = projectPath('libs/labour-market/content/steps');

/**
 * The next steps inside the trade of every unit group, from YAML. Takes seconds: apps read what was prepared of it.
 * @throws ContentError with file and line: a group without steps or with two entries, one that does not exist, months that end before they
 *   begin, American spelling; with titles also a trade that no title of the group names, and a page of the group without a step
 */
export function loadSteps(
  unitGroups: ReadonlyMap<string, unknown>,
  folder: string = STEPS_FOLDER,
  titles?: TradeTitles,
): ReadonlyMap<string, GroupSteps> {
  const entries = readCodedFolder(folder, GroupSteps);
  const problems = entries.flatMap((entry) => [
    ...(unitGroups.has(entry.code) ? [] : [`${entry.placeOf()}: ${entry.code}: no unit group`]),
    ...faultsOf(entry),
    ...(titles ? tradeFaults(entry, titles) : []),
  ]);
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups.keys())
    if (!written.has(code)) problems.push(`${code} has no next step inside the trade`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}

const faultsOf = ({ code, entry: { steps }, placeOf }: CodedEntry<GroupSteps>): string[] =>
  steps.flatMap(({ step, why, asks, cost, say, months: [from, to] }, index) =>
    [
      ...(from > to ? ['months end before they begin'] : []),
      ...americanSpellings([step, why, asks, cost, say].join(' ')),
    ].map((fault) => `${placeOf(['steps', index])}: ${code}: ${fault}`),
  );

/** How somebody is employed, which is no trade. */
const EMPLOYED = ['self', 'freelance'];

function tradeFaults(
  { code, entry: { steps }, placeOf }: CodedEntry<GroupSteps>,
  { pages, all }: TradeTitles,
): string[] {
  const known = [...(all.get(code) ?? []), ...EMPLOYED];
  const isNamed = (words: readonly string[] | undefined): boolean =>
    words === undefined || words.some((word) => known.some((title) => beginsAWord(title, word)));
  return [
    ...steps.flatMap((step: TradeStep, index) =>
      isNamed(step.trades) && isNamed(step.notTrades)
        ? []
        : [`${placeOf(['steps', index])}: ${code}: no title of the group names such a trade`],
    ),
    ...(pages.get(code) ?? [])
      .filter((title) => !steps.some((step) => step.nations === undefined && isForTrade(step, title)))
      .map((title) => `${placeOf([])}: ${code}: no step is for “${title}”`),
  ];
}
