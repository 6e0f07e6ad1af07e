import { loadFixtures, snapshotOf } from '../../libs/blueprint/src/people.builder.js';
import { filledWords } from '../../libs/blueprint/src/twins/filled-words.js';
import { pageSentences } from '../../libs/blueprint/src/twins/page-sentences.js';
import { sentenceParts } from '../../libs/blueprint/src/twins/sentence-parts.js';
import { renderBlueprint } from '../../libs/blueprint/src/render-blueprint.js';
import { readPdf } from '@app/pdf-reading';
import { printTable, progress, type Row } from './ratio-table.js';
import { KNOWN_WORDS_A_MINUTE, WORDS_A_MINUTE, wordsIn } from './reading-speed.js';
import { otherWork, peopleOfTheMorning } from './reading/people.js';
import { type Draft, DeskMemory } from './reading/desk-memory.js';

/**
 * What a morning of forty orders gives two reviewers to read, without a browser: the marks of the desk by its own code, counted. The whole morning
 * is `bench:morning`; this one takes a minute and says why.
 */
const READERS = ['Ana', 'Ben'] as const;

progress('the catalogue is read');
const fixtures = await loadFixtures();
const { catalogue, assets } = fixtures;

async function draftOf(name: string, answers: Parameters<typeof snapshotOf>[1]['answers']): Promise<Draft> {
  const snapshot = snapshotOf(fixtures, { name, answers });
  const filled = filledWords(snapshot);
  const { pages } = await readPdf((await renderBlueprint(snapshot, assets)).pdf);
  return {
    name,
    pages: pages.map((text, index) => ({
      words: wordsIn(text),
      sentences: pageSentences(snapshot, assets, index + 1).map((words) => sentenceParts(words, filled)),
    })),
  };
}

const memory = new DeskMemory();
for (const answers of otherWork(catalogue)) {
  const draft = await draftOf('Kit Earlier', answers);
  for (const reader of READERS) memory.learn(draft, reader);
}
progress('each has read twenty drafts of other work');

const people = peopleOfTheMorning(catalogue);
const kinds = new Map<string, ReturnType<DeskMemory['read']>[]>();
const keep = (kind: string, met: ReturnType<DeskMemory['read']>): void =>
  void kinds.set(kind, [...(kinds.get(kind) ?? []), met]);
for (const [index, { name, answers, again }] of people.entries()) {
  const draft = await draftOf(name, answers);
  const first = READERS[index % 2] ?? READERS[0];
  const second = READERS[(index + 1) % 2] ?? READERS[1];
  const work = again ? 'work that was read before' : 'new work';
  keep(`first approval, ${work}`, memory.read(draft, first, { alone: false }));
  memory.approve(draft, first);
  // Every second draft had a fault: its next version needs a second person, who reads for themselves.
  if (index % 2 === 1) {
    keep(`second approval, ${work}`, memory.read(draft, second, { alone: true }));
    memory.approve(draft, second);
  }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const row = (what: string, met: readonly ReturnType<DeskMemory['read']>[]): Row => ({
  what,
  seen: `${middle(met.map(({ minutes }) => minutes)).toFixed(1)} min`,
  bar: '',
  pass: true,
  note: `${met.length} readings; words, medians: ${middle(met.map(({ read }) => read))} new, ${middle(met.map(({ lookedOver }) => lookedOver))} looked over, ${middle(met.map(({ leftOut }) => leftOut))} not read again (with those looked over as well ${middle(met.map(({ minutes, leftOut }) => minutes + leftOut / KNOWN_WORDS_A_MINUTE)).toFixed(1)} min)`,
});
const all = [...kinds.values()].flat();
printTable(`Reading, ${WORDS_A_MINUTE} words a minute, ${KNOWN_WORDS_A_MINUTE} looked over`, [
  ...[...kinds].map(([kind, met]) => row(kind, met)),
  row('all', all),
]);
