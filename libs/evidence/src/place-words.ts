import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import type { FactPlace } from './outside-fact.js';

/** So many places are named in full. */
const MOST = 5;

/** `libs/…/nurse.yaml:63`: where a fact stands now. The line of the last words that are found; 1 when none are. */
export function placeWords({ file, lookFor }: FactPlace): string {
  const text = readFileSync(projectPath(file), 'utf8');
  let at = 0;
  for (const words of lookFor) {
    const found = text.indexOf(words, at);
    if (found >= 0) at = found;
  }
  return `${file}:${text.slice(0, at).split('\n').length}`;
}

/** The first places in words, and how many there are besides. */
export function placesWords(places: readonly FactPlace[]): string {
  const more = places.length - MOST;
  return `${places.slice(0, MOST).map(placeWords).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
