import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBlueprintAssets } from '../blueprint-assets.js';
import { renderBlueprint } from '../render-blueprint.js';
import { loadExamplePeople } from './example-people.js';
import { type PreviewFigures, previewSnapshot } from './preview-snapshot.js';

export interface PreviewRequest {
  /** `templates/blueprint`. */
  readonly templates: string;
  /** The file of example people. */
  readonly people: string;
  readonly out: string;
  /** Ids of the people wanted; none means all. */
  readonly only: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * Reads the templates anew and writes one PDF for each example person; a person whose blueprint cannot be made is reported and the rest
 * go on. @returns how many failed. @throws AssetError when a template or the file of people cannot be read.
 */
export async function previewToFolder(figures: PreviewFigures, request: PreviewRequest): Promise<number> {
  const assets = loadBlueprintAssets(request.templates);
  const people = loadExamplePeople(request.people);
  const unknown = request.only.filter((id) => people.every((person) => person.id !== id));
  if (unknown.length > 0)
    throw new Error(
      `No example is called ${unknown.join(', ')}. There are: ${people.map(({ id }) => id).join(', ')}.`,
    );
  mkdirSync(request.out, { recursive: true });
  let failed = 0;
  for (const person of people) {
    if (request.only.length > 0 && !request.only.includes(person.id)) continue;
    try {
      const { pdf } = await renderBlueprint(previewSnapshot(figures, assets, person), assets);
      writeFileSync(join(request.out, `${person.id}.pdf`), pdf);
      request.print(`  ${person.id}.pdf, ${Math.round(pdf.byteLength / 1024)} kB`);
    } catch (error) {
      failed += 1;
      request.print(`  ${person.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}
