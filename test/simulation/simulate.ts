import { inLondon } from '@app/kernel';
import { Auditor, type Finding } from './auditor.js';
import { Chance } from './chance.js';
import { Customer, type Scene } from './customers.js';
import { Postman } from './postman.js';
import { Reviewer } from './reviewers.js';
import { optionsOf } from './shrink.js';
import { Supporter } from './supporters.js';
import { weatherOf, type WeatherKind } from './weather.js';
import { World } from './world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days on which customers come, and after which everything must have come to its end. */
const COMING = 3;
const DAYS = 30;

/** Before clock turns, bank holidays and the turn of a year; while the facts of the content are fresh enough to be approved. */
const STARTS = ['2026-10-22', '2026-11-23', '2026-12-21', '2026-12-29', '2027-03-04', '2027-03-22'];

export interface Options {
  readonly seed: number;
  readonly orders: number;
  readonly weather: WeatherKind;
  /** Only these of them come, by number; all, unless said. */
  readonly only?: readonly number[];
  /** What all customers do alike. */
  readonly scene?: Scene;
  /** On how many days of the beginning nobody reviews. */
  readonly nobodyReviews?: number;
  /** Every job throws at each of its steps in turn, before it comes through. */
  readonly stumbles?: boolean;
  /** The first reviewer claims the first draft and never comes back to it. */
  readonly forgetful?: boolean;
  /** Hears each line of the trace as it happens. */
  readonly listen?: (line: string) => void;
}

export interface Outcome extends Options {
  readonly findings: readonly Finding[];
  readonly traceHash: string;
  readonly trace: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** How often which job threw, where each stumbles. */
  readonly stumbled: Readonly<Record<string, number>>;
}

/** Lives through a month with customers, staff and weather of one seed. */
export async function simulate(
  options: Options,
  tamper: (world: World) => Promise<void> | void = () => undefined,
): Promise<Outcome> {
  const chance = new Chance(options.seed, 'world');
  const start = Date.parse(`${chance.pick(STARTS)}T08:00:00Z`);
  const weather = weatherOf(options.weather, new Chance(options.seed, 'weather'), start);
  const world = await World.open(options.seed, start, weather);
  try {
    world.hearing = options.weather !== 'storm' ? HOUR : 3 * DAY;
    if (options.listen) world.onNote = options.listen;
    world.worker.stumbles = options.stumbles ?? false;
    await tamper(world);
    const customers = Array.from(
      { length: options.orders },
      (_, index) => new Customer(index, world, new Chance(options.seed, 'customer', index), options.scene),
    ).filter(({ index }) => options.only?.includes(index) ?? true);
    for (const customer of customers)
      customer.begin(
        start + Math.floor(new Chance(options.seed, 'comes', customer.index).number() * COMING * DAY),
      );
    const auditor = new Auditor(world, customers);
    await live(world, options, auditor, weather, start).catch((error: unknown) => auditor.broke(error));
    return {
      ...optionsOf(options),
      findings: auditor.findings,
      trace: world.trace,
      traceHash: world.traceHash,
      counts: { ...auditor.counts(), ...(options.stumbles && { stumbled: sum(world.worker.stumbled) }) },
      stumbled: Object.fromEntries([...world.worker.stumbled].sort()),
    };
  } finally {
    await world.close();
  }
}

async function live(
  world: World,
  { seed, nobodyReviews = 0, forgetful = false }: Options,
  auditor: Auditor,
  weather: ReturnType<typeof weatherOf>,
  start: number,
): Promise<void> {
  const staff = [
    new Reviewer(world, new Chance(seed, 'rita'), 'rita', ['reviewer', 'approver'], forgetful),
    new Reviewer(world, new Chance(seed, 'anna'), 'anna', ['approver']),
    new Supporter(world, 'sam', ['support']),
    new Supporter(world, 'mona', ['manager']),
  ];
  for (const colleague of staff) await colleague.hired();
  for (let day = 0; day < DAYS; day += 1)
    for (const [index, colleague] of staff.entries())
      if (day >= nobodyReviews || colleague instanceof Supporter)
        colleague.works(
          new Date(start + day * DAY),
          (colleague instanceof Supporter ? [10.1, 15.1] : [9.3, 13.1, 16]).map((hour) => hour + index * 0.4),
        );
  const postman = new Postman(world, new Chance(seed, 'postman'), weather.wayOf);
  const end = start + DAYS * DAY;
  let ticked = start;
  let busy = true;
  let lines = -1;
  let day = '';
  while (world.now < end) {
    const back = weather.workerBack(world.now);
    const works = back ?? Math.min(nextTick(ticked, busy), (await world.worker.nextDue()) ?? end);
    const next = Math.min(end, world.agenda.nextAt ?? end, Math.max(works, world.now + 1));
    if (auditor.findings.length > 0) return;
    await world.moveTo(next);
    await weather.passes(world);
    const working = weather.workerBack(world.now) === undefined;
    const today = inLondon(new Date(world.now)).toISODate() ?? '';
    const dawns = today !== day && day !== '';
    if (dawns) await auditor.day();
    day = today;
    const ticks = working && world.now >= nextTick(ticked, busy);
    // Most often somebody comes to the desk, and finds nothing to do: that concerns neither Stripe nor the worker.
    const moves = ticks || next !== world.agenda.nextAt || !world.agenda.nextIsDaily;
    if (moves) await world.stripe('clock/advance', { ms: 1 });
    if (ticks) {
      await world.worker.tick(ticked, world.now);
      ticked = world.now;
    }
    for (let due = world.agenda.due(world.now); due; due = world.agenda.due(world.now)) await due.run();
    const stirs = moves || world.trace.length !== lines;
    if (working && stirs) await world.worker.work();
    if (ticks) await world.worker.watch(dawns);
    if (stirs) {
      await world.readMail();
      await postman.collect();
    }
    if (world.trace.length === lines) continue;
    lines = world.trace.length;
    busy = await anythingOpen(world);
    if (!busy && !world.agenda.more && !(await anyoneWaits(world))) break;
  }
  if (auditor.findings.length === 0) await auditor.end();
}

/** Whether anything is under way: paid and not delivered, not yet paid, before a person, or to be tried again. */
async function anythingOpen(world: World): Promise<boolean> {
  const rows = await world.query(
    `select 1 from orders where state = 'awaiting_payment' or (state = 'paid' and delivered_at is null and clock_started_at is not null)
     union all select 1 from orders where state = 'paid' and confirmation_accepted_at is null
     union all select 1 from staff_tasks where closed_at is null
     union all select 1 from deliveries where state in ('queued', 'sending', 'unknown', 'failed')
     union all select 1 from refunds where status not in ('succeeded', 'failed', 'canceled')
     union all select 1 from graphile_worker._private_jobs where attempts between 1 and max_attempts - 1 limit 1`,
  );
  return rows.length > 0;
}

const anyoneWaits = async (world: World): Promise<boolean> =>
  (await world.query(`select 1 from orders where state = 'paid' and clock_started_at is null limit 1`))
    .length > 0;

/**
 * Schedules tick every three hours of the London working day while anything is under way, else every six hours: the ticks between find nothing to do.
 */
function nextTick(after: number, busy: boolean): number {
  const at = inLondon(new Date(after));
  const often = busy && at.weekday <= 5 && at.hour >= 8 && at.hour < 19;
  const next = Math.floor(after / HOUR) * HOUR + 7 * MINUTE;
  return (next > after ? next : next + HOUR) + (often ? 2 * HOUR : 5 * HOUR);
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
