import type { Mood } from '../../libs/delivery/src/mail-server.builder.js';
import type { Chance } from './chance.js';
import type { Accident } from './death.js';
import { STRAIGHT, type Way } from './postman.js';
import type { World } from './world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The storm is over after so many days, so that everything can come to its end. */
const STORMY_DAYS = 12;

/** `deaf`: every event of Stripe is lost, and all else is well. */
export type WeatherKind = 'calm' | 'deaf' | 'storm';

/** What happens to everything at once. */
export interface Weather {
  /** What befalls the worker in this job. */
  readonly accident: (job: string) => Accident | undefined;
  readonly wayOf: (type: string, chance: Chance) => Way;
  /** While no worker runs: when one comes back; milliseconds since 1970. */
  readonly workerBack: (at: number) => number | undefined;
  /** Called whenever time has moved. */
  readonly passes: (world: World) => Promise<void>;
}

const CALM: Weather = {
  accident: () => undefined,
  wayOf: () => STRAIGHT,
  workerBack: () => undefined,
  passes: async () => undefined,
};

interface Spell {
  readonly from: number;
  readonly until: number;
}

const spell = (chance: Chance, start: number, longest: number): Spell => {
  const from = start + Math.floor(chance.number() * STORMY_DAYS * DAY);
  return { from, until: from + 5 * MINUTE + Math.floor(chance.number() ** 2 * longest) };
};

const lies = (at: number, { from, until }: Spell): boolean => from <= at && at < until;

const MOODS: readonly Mood[] = [
  'refuse_for_now',
  'refuse_for_now',
  'hang_up_after_data',
  'take_and_hang_up',
  'refuse_for_good',
];

/** What goes wrong at Stripe, as its stand-in is told. `final`: its library does not try again by itself, which would take real time. */
const FAULTS = [
  { path: '/v1/refunds', method: 'POST', status: 500, final: true },
  { path: '/v1/refunds', method: 'POST', status: 'error_after_success', final: true },
  { path: '/v1/refunds', method: 'POST', status: 429, final: true },
  { path: '/v1/checkout/sessions', method: 'POST', status: 500, final: true },
  { path: '/v1/checkout/sessions', method: 'POST', status: 'error_after_success', final: true },
  { path: '/v1/checkout/sessions', method: 'GET', status: 500, final: true },
  { path: '/v1/checkout/sessions', method: 'GET', status: 429, final: true },
] as const;

export function weatherOf(kind: WeatherKind, chance: Chance, start: number): Weather {
  if (kind === 'deaf') return { ...CALM, wayOf: () => ({ delays: [], forged: false }) };
  return kind === 'calm' ? CALM : storm(chance, start);
}

function storm(chance: Chance, start: number): Weather {
  const end = start + STORMY_DAYS * DAY;
  const mail = Array.from({ length: 6 }, () => ({
    ...spell(chance, start, 9 * HOUR),
    mood: chance.pick(MOODS),
  }));
  const away = [spell(chance, start, 20 * HOUR), spell(chance, start, 3 * HOUR)];
  const moments = (count: number): number[] =>
    Array.from({ length: count }, () => spell(chance, start, 0).from).sort((a, b) => a - b);
  const faults = moments(10);
  const restarts = moments(2);
  let now = start;
  return {
    accident: (job) => {
      if (now > end || !chance.happens(QUIET.test(job) ? 0.004 : 0.05)) return undefined;
      return { after: chance.between(0, 24), kind: chance.pick(['dies', 'cut_off', 'throws'] as const) };
    },
    wayOf: (_type, events) => {
      if (now > end) return STRAIGHT;
      const delay = (): number =>
        events.happens(0.2) ? Math.floor(events.number() ** 3 * 2 * DAY) : events.between(500, 10 * MINUTE);
      const copies = events.happens(0.12) ? 0 : events.happens(0.15) ? events.between(2, 5) : 1;
      return { delays: Array.from({ length: copies }, delay), forged: events.happens(0.05) };
    },
    workerBack: (at) => away.find((one) => lies(at, one))?.until,
    passes: async (world) => {
      now = world.now;
      world.mail.mood = mail.find((one) => lies(now, one))?.mood ?? 'accept';
      while ((faults[0] ?? Infinity) <= now) {
        faults.shift();
        const fault = chance.pick(FAULTS);
        world.note(`Stripe will fail: ${fault.method} ${fault.path} ${fault.status}`);
        await world.stripe('fail-next', { ...fault, times: chance.between(1, 3), holdMs: 5 });
      }
      while ((restarts[0] ?? Infinity) <= now) {
        restarts.shift();
        world.note('every database connection is cut');
        await world.database.cutConnections();
      }
    },
  };
}

/** Jobs that mostly find nothing to do; an accident in each of their many ticks would leave time for nothing else. */
const QUIET =
  /^(payment\.reconcile|review\.(release-stale|count-figures)|delivery\.(sweep|read-bounces)|order\.(watch-promises|count-on-time|remind-rechecks)|calendar\.|personal-data\.|audit\.|stuck\.)/;
