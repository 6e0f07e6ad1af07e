import { parse } from 'node-html-parser';
import { projectPath } from '@app/config';
import { type Fixtures, type Person, snapshotOf } from './people.builder.js';
import { type ExamplePerson, loadExamplePeople } from './preview/example-people.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

let examples: readonly ExamplePerson[] | undefined;
/** The people of the preview: read once in a process, so that each is drafted once for all its tests. */
export const examplePeople = (): readonly ExamplePerson[] =>
  (examples ??= loadExamplePeople(projectPath('templates', 'blueprint-preview', 'people.yaml')));

const words = new WeakMap<BlueprintSnapshot, readonly string[]>();

/** The words of every page, page 1 first, as the accessible copy has them: the same as the paper before anything is cut. */
export function pagesInWords(fixtures: Fixtures, person: Person): readonly string[] {
  const snapshot = snapshotOf(fixtures, person);
  let pages = words.get(snapshot);
  if (!pages) {
    const sections = parse(fixtures.assets.twin.render(snapshot, fixtures.assets)).querySelectorAll(
      'main > section',
    );
    words.set(snapshot, (pages = sections.map(({ text }) => text.replace(/\s+/g, ' '))));
  }
  return pages;
}
