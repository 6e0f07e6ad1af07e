import type { Part } from '@app/typeset';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { type TwinAssets, twinPage } from './twin-pages.js';

/**
 * What a page says, in sentences, and in rows where it is a table, in reading order. Charts are looked at, so they are left out.
 * @param page from 1.
 */
export function pageSentences(snapshot: BlueprintSnapshot, assets: TwinAssets, page: number): string[] {
  const { headline, lede, parts, soWhat, source } = twinPage(snapshot, assets, page);
  return [
    ...[headline, lede].flatMap(sentencesOf),
    ...parts.flatMap(wordsOf),
    ...[soWhat, source].flatMap(sentencesOf),
  ];
}

const sentencesOf = (text: string): string[] =>
  text
    .replaceAll('**', '')
    .split(/(?<=[.!?]”?)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

function wordsOf(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return sentencesOf(part.text);
    case 'list':
      return part.items.flatMap(sentencesOf);
    case 'table':
      return part.rows.map((row) =>
        row
          .filter((cell) => cell !== '')
          .join(' · ')
          .replaceAll('**', ''),
      );
    case 'facts':
      return part.facts.map(({ label, value, note }) =>
        [`${label}: ${value}`, note].filter(Boolean).join('; '),
      );
    case 'figure':
      return [];
  }
}
