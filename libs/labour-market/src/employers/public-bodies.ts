import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { Nation } from '../routes/nation.js';

interface OfTrades {
  readonly groups: readonly string[];
  readonly nations: Readonly<Partial<Record<Nation, string>>>;
}

const FILE = projectPath('libs/labour-market/content/places/public-bodies.yaml');

let content: readonly OfTrades[] | undefined;
/** Every sentence on public bodies that employ most people of some groups in a nation. */
export const publicBodies = (): readonly OfTrades[] =>
  (content ??= parse(readFileSync(FILE, 'utf8')) as readonly OfTrades[]);

/** A sentence on the public bodies that employ most people of a unit group in a nation whose bodies are in no register; undefined where they are, or do not. */
export function publicBodiesOf(group: string, nation: Nation | undefined): string | undefined {
  return nation && publicBodies().find(({ groups }) => groups.includes(group))?.nations[nation];
}
