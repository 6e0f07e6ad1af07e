import { projectPath } from '@app/config';
import { loadNextGroups, type NextGroup } from '@app/occupations';
import { readPrepared, writePrepared } from '../prepared-file.js';
import type { RouteWorld } from '../routes/load-routes.js';
import { readRoutes } from '../routes/prepared-routes.js';
import { checkWaysIn, MOVES_FOLDER } from './ways-in.js';

const PREPARED_MOVES = projectPath('libs/labour-market/data/moves.json');

/** Moves that people make from one unit group to others, the most usual first, as editors wrote them. */
export type Moves = ReadonlyMap<string, readonly NextGroup[]>;

/** Checks the moves and writes what apps read of them. @throws ContentError with the problems of all files */
export function prepareMoves(world: RouteWorld): void {
  checkWaysIn(readRoutes(world));
  writePrepared(PREPARED_MOVES, MOVES_FOLDER, loadNextGroups(new Set(world.unitGroups.keys())));
}

/** The moves by unit group: as prepared, or from the files themselves when those have changed since. */
export const readMoves = (unitGroups: ReadonlyMap<string, unknown>): Moves =>
  preparedMoves() ?? loadNextGroups(new Set(unitGroups.keys()));

/** Undefined when nothing was prepared, or of other files. */
export const preparedMoves = (): Moves | undefined =>
  readPrepared<readonly NextGroup[]>(PREPARED_MOVES, MOVES_FOLDER);
