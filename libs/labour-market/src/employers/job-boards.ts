import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { capitalised, inNation, type Nation } from '../routes/nation.js';

type ByNation = Readonly<Partial<Record<Nation, string>>>;

const FILE = projectPath('libs/labour-market/content/places/job-boards.yaml');

let content: ReadonlyMap<string, ByNation> | undefined;
/** The board that stands in the place of another, by that one's name and nation. */
export const jobBoards = (): ReadonlyMap<string, ByNation> =>
  (content ??= new Map(Object.entries(parse(readFileSync(FILE, 'utf8')) as Record<string, ByNation>)));

/**
 * Who employs and where to look, for somebody who lives in a nation: neither the clauses nor the job boards of other nations. As it is for who did not
 * say where they live.
 */
export function employersIn(text: string, nation: Nation | undefined): string {
  if (nation === undefined) return text;
  const sentence = [...jobBoards()].reduce(
    (words, [board, { [nation]: own = board }]) => words.replaceAll(board, own),
    inNation(text, nation),
  );
  return capitalised(sentence);
}
