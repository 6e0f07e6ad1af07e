import { projectPath } from '@app/config';
import { loadNextGroups, type NextGroup } from '@app/occupations';
import { readPrepared, writePrepared } from '../prepared-file.js';

const PREPARED_MOVES = projectPath('libs/labour-market/data/moves.json');
const MOVES_FOLDER = projectPath('libs/occupations/content/groups/next');

/** Moves that people make from one unit group to others, the most usual first, as editors wrote them. */
export type Moves = ReadonlyMap<string, readonly NextGroup[]>;

/** Checks the moves and writes what apps read of them. @throws ContentError with the problems of all files */
export const prepareMoves = (unitGroups: ReadonlyMap<string, unknown>): void =>
  writePrepared(PREPARED_MOVES, MOVES_FOLDER, loadNextGroups(new Set(unitGroups.keys())));

/** The moves by unit group: as prepared, or from the files themselves when those have changed since. */
export const readMoves = (unitGroups: ReadonlyMap<string, unknown>): Moves =>
  preparedMoves() ?? loadNextGroups(new Set(unitGroups.keys()));

/** Undefined when nothing was prepared, or of other files. */
export const preparedMoves = (): Moves | undefined =>
  readPrepared<readonly NextGroup[]>(PREPARED_MOVES, MOVES_FOLDER);
