import { projectPath } from '@app/config';
import { readPrepared, writePrepared } from '../prepared-file.js';
import { loadRoutes, ROUTES_FOLDER, type RouteWorld } from './load-routes.js';
import type { Route } from './route.js';

/** The routes as parsed and checked: their YAML takes seconds to read. */
export const PREPARED_ROUTES = projectPath('libs/labour-market/data/routes.json');

/** Checks the route files and writes what apps read of them. @throws ContentError with the problems of all files */
export function prepareRoutes(
  world: RouteWorld,
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): void {
  writePrepared(file, folder, loadRoutes(world, folder));
}

/** The routes by unit group: as prepared, or from the files themselves when those have changed since. */
export const readRoutes = (
  world: RouteWorld,
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): ReadonlyMap<string, Route> => preparedRoutes(file, folder) ?? loadRoutes(world, folder);

/** Undefined when nothing was prepared, or of other files. */
export const preparedRoutes = (
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): ReadonlyMap<string, Route> | undefined => readPrepared<Route>(file, folder);
