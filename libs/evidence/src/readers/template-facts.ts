import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { employingFact, HELP_NUMBER, helpFact, ownRouteFact, providerFact } from '@app/blueprint';
import { projectPath } from '@app/config';
import type { ReadFact } from '../outside-fact.js';
import { WRITTEN } from './market-facts.js';

const LEARNING = 'templates/blueprint/learning';
const ROUTES = 'templates/blueprint/entry-routes.yaml';
/** What is searched for telephone numbers: templates that people read, and content that names one. */
const HELP_FOLDERS = ['templates/site', 'templates/email', 'templates/blueprint/pages'];
const HELP_FILES = ['templates/blueprint/plan.yaml', 'libs/labour-market/content/minimum-wage.yaml'];
const LONGEST_LINE = 200;

/** With whom each skill can be learned. */
export function* providerFacts(): Generator<ReadFact> {
  for (const name of yamlFiles(LEARNING)) {
    const file = `${LEARNING}/${name}`;
    const entries = parse(text(file)) as Record<string, { providers?: unknown; checked?: string }>;
    for (const [skill, { providers, checked = WRITTEN }] of Object.entries(entries))
      if (typeof providers === 'string')
        yield {
          ...providerFact(skill, providers),
          title: `For ${skill}`,
          page: null,
          places: [{ file, lookFor: [`${skill}:`, 'providers:'] }],
          written: checked,
          unchecked: false,
        };
  }
}

/** Routes that are written for one occupation, and who employs there where it is not who employs its group. */
export function* ownRouteFacts(): Generator<ReadFact> {
  const { occupations } = parse(text(ROUTES)) as {
    occupations: Record<
      string,
      { route: string; checked?: string; employing?: { usual: string; find: string } }
    >;
  };
  for (const [slug, { route, checked = WRITTEN, employing }] of Object.entries(occupations)) {
    const places = [{ file: ROUTES, lookFor: [`  ${slug}:`] }] as const;
    const title = `Into ${slug.replaceAll('-', ' ')}`;
    yield { ...ownRouteFact(slug, route), title, page: null, places, written: checked, unchecked: false };
    if (employing)
      yield {
        ...employingFact(slug, employing),
        title: `Of ${slug.replaceAll('-', ' ')}`,
        page: null,
        places: [{ file: ROUTES, lookFor: [`  ${slug}:`, 'employing:'] }],
        written: WRITTEN,
        unchecked: true,
      };
  }
}

/** Every telephone number that our pages, emails and blueprints print. */
export function* helpFacts(): Generator<ReadFact> {
  const templates = HELP_FOLDERS.flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.liquid'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  for (const file of [...HELP_FILES, ...templates])
    for (const line of text(file).split('\n'))
      for (const number of line.match(HELP_NUMBER) ?? [])
        yield {
          ...helpFact(number),
          title: `${number}: ${spoken(line).slice(0, LONGEST_LINE)}`,
          page: null,
          places: [{ file, lookFor: [number] }],
          written: WRITTEN,
          unchecked: true,
        };
}

/** A line of a template as people read it. */
export const spoken = (line: string): string =>
  line
    .replace(/<[^>]*>|\{%.*?%\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const text = (file: string): string => readFileSync(projectPath(file), 'utf8');
const yamlFiles = (folder: string): string[] =>
  readdirSync(projectPath(folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
