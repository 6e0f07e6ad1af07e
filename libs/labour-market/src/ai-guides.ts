import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { Nation } from './routes/nation.js';

/** What a body of a work, or else the state, says on using AI tools in it. */
export interface AiGuide {
  /** Beginnings of SOC 2020 codes. */
  readonly groups: readonly string[];
  /** Where it holds; absent: all over the UK. */
  readonly nations?: readonly Nation[];
  readonly name: string;
  readonly by: string;
  readonly page: string;
}

const FILE = projectPath('libs/labour-market/content/ai-guides.yaml');

let content: readonly AiGuide[] | undefined;
export const aiGuides = (): readonly AiGuide[] =>
  (content ??= parse(readFileSync(FILE, 'utf8')) as AiGuide[]);

/** The guide that is nearest to the work of a unit group, where somebody lives; of the whole UK where they did not say. */
export function aiGuideFor(code: string, nation: Nation | undefined): AiGuide | undefined {
  const fit = ({ groups }: AiGuide): number =>
    Math.max(-1, ...groups.filter((group) => code.startsWith(group)).map(({ length }) => length));
  return aiGuides()
    .filter(({ nations }) => nations === undefined || (nation !== undefined && nations.includes(nation)))
    .filter((guide) => fit(guide) >= 0)
    .sort((a, b) => fit(b) - fit(a))[0];
}
