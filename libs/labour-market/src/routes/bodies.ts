import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { Nation } from './nation.js';

type ByNation = Readonly<Partial<Record<Nation, string>>>;

const FILE = projectPath('libs/labour-market/content/bodies.yaml');

let content: Readonly<Record<string, ByNation>> | undefined;
/** The bodies that routes name together, by those words. */
export const jointBodies = (): Readonly<Record<string, ByNation>> =>
  (content ??= parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, ByNation>>);

/** Of bodies that a route names together the one of a nation; the words as they are where nobody said which. */
export const bodyIn = (body: string, nation: Nation | undefined): string =>
  (nation && jointBodies()[body]?.[nation]) ?? body;
