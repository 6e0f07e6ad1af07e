import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toolFact } from '@app/blueprint';
import { projectPath } from '@app/config';
import type { Catalogue } from '@app/occupations';
import type { ReadFact } from '../outside-fact.js';

const FOLDER = 'libs/occupations/content';
const LICENSED = `${FOLDER}/licensed.yaml`;

/** The tools that edited occupations list, for tasks and for gains. */
export function* toolFacts(catalogue: Catalogue): Generator<ReadFact> {
  for (const { slug } of catalogue.all()) {
    const edited = catalogue.contentOf(slug)?.content;
    const tools = [...(edited?.tasks ?? []), ...(edited?.gains ?? [])].flatMap((one) => one.tools);
    const seen = new Set<string>();
    for (const { name, checked } of tools) {
      if (seen.has(name)) continue;
      seen.add(name);
      const places = [{ file: `${FOLDER}/${slug}.yaml`, lookFor: [name] }] as const;
      yield { ...toolFact(name), title: name, page: null, places, written: checked, unchecked: false };
    }
  }
}

interface Licensed {
  readonly professions: readonly {
    readonly kind: string;
    readonly body: string;
    readonly entryRoute?: string;
    readonly checked: string;
    readonly unchecked?: boolean;
  }[];
}

/** Professions that one may not simply start in. */
export function* licensedFacts(): Generator<ReadFact> {
  const { professions } = parse(readFileSync(projectPath(LICENSED), 'utf8')) as Licensed;
  for (const { kind, body, entryRoute, checked, unchecked = false } of professions) {
    const words = `${body}: ${kind}.${entryRoute === undefined ? '' : ` ${entryRoute}`}`;
    const places = [{ file: LICENSED, lookFor: [`body: ${body}`] }] as const;
    // One body may stand for several professions: the words tell them apart.
    const key = `licence:${kind} of ${body}${entryRoute === undefined ? '' : `, ${entryRoute}`}`;
    yield {
      kind: 'licence',
      key,
      words,
      title: body,
      page: null,
      places,
      written: checked,
      unchecked,
    };
  }
}
