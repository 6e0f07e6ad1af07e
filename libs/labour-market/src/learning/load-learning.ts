import { projectPath } from '@app/config';
import { americanSpellings, type CodedEntry, ContentError, readCodedFolder } from '@app/occupations';
import { GroupLearning } from './group-learning.js';

export const LEARNING_FOLDER = projectPath('libs/labour-market/content/learning');
const LEARNING_OF_TITLES_FOLDER = projectPath('libs/labour-market/content/learning-of-titles');

/** Words that say nothing about a thing to learn. */
const EMPTY =
  /\b(?:really|very|basically|various|etc|and so on|world-class|cutting-edge|seamless|robust|leverage|unlock|passionate|dynamic|upskill\w*|game-chang\w*)\b/i;
/** Tools age within months, so a lesson that names one carries the month somebody looked. */
const AI_TOOL = /\b(?:ChatGPT|Copilot|Gemini|Claude|Midjourney|DALL·?-?E|GPT-?\d\w*)\b/;

/**
 * What to learn first for the work of every unit group, from YAML. Takes seconds: apps read what was prepared of it.
 * @throws ContentError with file and line: a group without its three items or with two entries, one that does not exist, a range that ends
 *   before it begins, items out of their order of effort, an empty word, American spelling, an AI tool without a month of check
 */
export function loadLearning(
  unitGroups: ReadonlyMap<string, unknown>,
  folder: string = LEARNING_FOLDER,
): ReadonlyMap<string, GroupLearning> {
  const entries = readCodedFolder(folder, GroupLearning);
  const problems = entries.flatMap((entry) => [
    ...(unitGroups.has(entry.code) ? [] : [`${entry.placeOf()}: ${entry.code}: no unit group`]),
    ...faultsOf(entry),
  ]);
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups.keys()) if (!written.has(code)) problems.push(`${code} has nothing to learn`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}

/**
 * What to learn first for titles that are one small part of their unit group, by slug.
 * @throws ContentError with file and line, as {@link loadLearning}
 */
export function loadLearningOfTitles(
  folder: string = LEARNING_OF_TITLES_FOLDER,
): ReadonlyMap<string, GroupLearning> {
  const entries = readCodedFolder(folder, GroupLearning);
  const problems = entries.flatMap(faultsOf);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}

const faultsOf = ({ code, entry: { first, checked }, placeOf }: CodedEntry<GroupLearning>): string[] =>
  first.flatMap((item, index) => {
    const { learn, why, proof, hours, with: course } = item;
    const words = [learn, why, proof, course.name].join(' ');
    const before = first[index - 1]?.hours.from ?? 0;
    const empty = EMPTY.exec([learn, why, proof].join(' '))?.[0];
    const tool = checked === false ? AI_TOOL.exec(words)?.[0] : undefined;
    return [
      ...(hours.from > hours.to ? ['hours end before they begin'] : []),
      ...(hours.from < before ? ['takes less effort than the one before it'] : []),
      ...(course.cost.from > course.cost.to ? ['cost ends before it begins'] : []),
      ...(empty === undefined ? [] : [`“${empty}” says nothing`]),
      ...(tool === undefined ? [] : [`${tool} is named and nobody has checked when`]),
      ...americanSpellings([learn, why, proof].join(' ')),
    ].map((fault) => `${placeOf(['first', index])}: ${code}: ${fault}`);
  });
