import { bodyFact, boardFact, type SaidFact, stateBodiesFact } from '@app/blueprint';
import { jobBoards, jointBodies, type Nation, publicBodies } from '@app/labour-market';
import type { ReadFact } from '../outside-fact.js';
import { WRITTEN } from './market-facts.js';

const FOLDER = 'libs/labour-market/content';

/** Which body, job board and public employer is meant in which nation. */
export function* nationFacts(): Generator<ReadFact> {
  for (const [joint, byNation] of Object.entries(jointBodies()))
    for (const [nation, own] of inNations(byNation))
      yield unread(bodyFact(joint, nation, own), `${FOLDER}/bodies.yaml`, [joint, own]);
  for (const [board, byNation] of jobBoards())
    for (const [nation, own] of inNations(byNation))
      yield unread(boardFact(board, nation, own), `${FOLDER}/places/job-boards.yaml`, [`${board}:`]);
  for (const { groups, nations } of publicBodies())
    for (const [nation, words] of inNations(nations))
      yield unread(stateBodiesFact(groups, nation, words), `${FOLDER}/places/public-bodies.yaml`, [words]);
}

const inNations = (byNation: Readonly<Partial<Record<Nation, string>>>): [Nation, string][] =>
  Object.entries(byNation) as [Nation, string][];

const unread = (fact: SaidFact, file: string, lookFor: readonly string[]): ReadFact => ({
  ...fact,
  title: fact.words,
  page: null,
  places: [{ file, lookFor }],
  written: WRITTEN,
  unchecked: true,
});
