import type { Chance } from './chance.js';
import { STRAIGHT, type Way } from './postman.js';
import type { World } from './world.js';

export type WeatherKind = 'calm' | 'storm';

/** What happens to everything at once. */
export interface Weather {
  /** After how many statements of a job the worker is killed. */
  readonly killAfter: (job: string) => number | undefined;
  readonly wayOf: (type: string, chance: Chance) => Way;
  /** Called whenever time has moved. */
  readonly passes: (world: World) => void;
}

const CALM: Weather = { killAfter: () => undefined, wayOf: () => STRAIGHT, passes: () => undefined };

export function weatherOf(kind: WeatherKind, _chance: Chance, _start: number): Weather {
  if (kind === 'calm') return CALM;
  return CALM;
}
