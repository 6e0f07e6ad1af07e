import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { sha256 } from '@app/kernel';
import { loadRoutes, ROUTES_FOLDER, type RouteWorld } from './load-routes.js';
import type { Route } from './route.js';

/** The routes as parsed and checked: their YAML takes seconds to read. */
export const PREPARED_ROUTES = projectPath('libs/labour-market/data/routes.json');

interface Prepared {
  /** A hash over the route files this was made from. */
  readonly inputs: string;
  readonly routes: Readonly<Record<string, Route>>;
}

/** Checks the route files and writes what apps read of them. @throws ContentError with the problems of all files */
export function prepareRoutes(
  world: RouteWorld,
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): void {
  const routes = Object.fromEntries(loadRoutes(world, folder));
  const prepared: Prepared = { inputs: inputsOf(folder), routes };
  writeFileSync(file, `${JSON.stringify(prepared)}\n`);
}

/** The routes by unit group: as prepared, or from the files themselves when those have changed since. */
export function readRoutes(
  world: RouteWorld,
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): ReadonlyMap<string, Route> {
  const prepared = preparedRoutes(file, folder);
  return prepared ?? loadRoutes(world, folder);
}

/** Undefined when nothing was prepared, or of other files. */
export function preparedRoutes(
  file: string = PREPARED_ROUTES,
  folder: string = ROUTES_FOLDER,
): ReadonlyMap<string, Route> | undefined {
  try {
    const { inputs, routes } = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    return inputs === inputsOf(folder) ? new Map(Object.entries(routes)) : undefined;
  } catch {
    return undefined;
  }
}

function inputsOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return sha256(
    files
      .sort()
      .map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`)
      .join(''),
  );
}
