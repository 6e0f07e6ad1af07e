import type { BlueprintSnapshot } from '@app/blueprint';
import type { BlueprintAssets } from '../../../libs/blueprint/src/blueprint-assets.js';
import { overwritten, withPages } from '../../planted-faults/draft.builder.js';
import { withPath, withResult } from '../../planted-faults/plant.builder.js';

/** A true draft, and another person's, to plant a fault with. */
export interface Scene {
  readonly snapshot: BlueprintSnapshot;
  readonly other: BlueprintSnapshot;
  readonly assets: BlueprintAssets;
}

type DraftFault = (scene: Scene) => BlueprintSnapshot;
type FileFault = (scene: Scene & { readonly pdf: Buffer }) => Buffer;

/**
 * How a fault gets into an order: into the stored draft before the worker makes its file, so that the worker itself renders and opens what is
 * wrong; into the stored file afterwards; or into the answers beneath it.
 */
export type Fault = { readonly name: string } & (
  | { readonly into: 'draft'; readonly plant: DraftFault }
  | { readonly into: 'file'; readonly keepsHash?: boolean; readonly plant: FileFault }
  | { readonly into: 'answers' }
);

const draft = (name: string, plant: DraftFault): Fault => ({ name, into: 'draft', plant });
const file = (name: string, plant: FileFault): Fault => ({ name, into: 'file', plant });

/** A plant must be untrue of everybody: some people’s window is the longest there is. */
const otherWindow = (words: string): string =>
  words === 'more than 10 years' ? 'now to early 2030s' : 'more than 10 years';

const firstReason = (snapshot: BlueprintSnapshot, words: string): BlueprintSnapshot => ({
  ...snapshot,
  reasons: [words, ...snapshot.reasons.slice(1)],
});

/**
 * Of the faults of `test/planted-faults` those that can be brought about from end to end. The rest are proven there alone: they need a font, a
 * trailer or a structure tree that the renderer never leaves out, a date of another day, or an edit that the desk refuses before it is kept.
 */
export const FAULTS: readonly Fault[] = [
  draft('a score that the answers do not give', ({ snapshot }) =>
    withResult({ score: snapshot.result.score > 50 ? 44 : 56 })(snapshot),
  ),
  draft('a likely range that the answers do not give', ({ snapshot }) =>
    withResult({
      interval: { low: snapshot.result.interval.low + 3, high: snapshot.result.interval.high + 4 },
    })(snapshot),
  ),
  draft('a percentile that the employment figures do not give', ({ snapshot }) =>
    withResult({ percentile: snapshot.result.percentile > 50 ? 12 : 88 })(snapshot),
  ),
  draft('a match that the answers do not give', ({ snapshot }) =>
    withPath(1, () => ({ matchPercent: 99 }))(snapshot),
  ),
  draft('a window that the answers do not give', ({ snapshot }) =>
    withResult({ window: { ...snapshot.result.window, words: otherWindow(snapshot.result.window.words) } })(
      snapshot,
    ),
  ),
  draft('an invented employer', ({ snapshot }) =>
    withPath(0, ({ employers }) => ({
      employers: [
        { name: 'Northbrook Analytics Ltd', basis: 'its annual report', size: 'large', date: '2026-03' },
        ...employers.slice(1),
      ],
    }))(snapshot),
  ),
  draft('a company written into a sentence', ({ snapshot }) =>
    firstReason(snapshot, 'Northbrook Analytics Ltd would take you at once.'),
  ),
  draft('pay of the wrong group', ({ snapshot }) =>
    withPath(0, () => ({
      pay: { basis: 'bakers and flour confectioners, Wales', p25: 19_000, median: 22_000, p75: 26_000 },
    }))(snapshot),
  ),
  draft('pay of another region', ({ snapshot }) => ({
    ...snapshot,
    pay: { ...snapshot.pay, now: snapshot.pay.now && { ...snapshot.pay.now, median: 41_777 } },
  })),
  draft('a plan of more hours than they have', ({ snapshot }) => ({
    ...snapshot,
    plan: {
      ...snapshot.plan,
      weeks: snapshot.plan.weeks.map((week) => ({
        ...week,
        actions: week.actions.map((action) => ({ ...action, hours: action.hours + 9 })),
      })),
    },
  })),
  draft('limits that another person named', ({ snapshot }) => ({
    ...snapshot,
    limits: { ...snapshot.limits, lowestPay: 20_000 },
  })),
  draft('a template that filled nothing in', ({ snapshot }) => firstReason(snapshot, 'Because undefined.')),
  draft('a promise that nobody can keep', ({ snapshot }) => firstReason(snapshot, 'A job is guaranteed.')),
  draft('a source of an older release', ({ snapshot }) => ({
    ...snapshot,
    sources: snapshot.sources.map((source) => ({ ...source, release: '2019' })),
  })),
  draft('another person’s name', ({ snapshot, other }) => ({
    ...snapshot,
    person: { ...snapshot.person, name: `${other.person.name} Jr` },
  })),
  draft('sentences of a draft about other work', ({ snapshot, other }) => ({
    ...snapshot,
    plan: other.plan,
  })),
  file('another customer’s page in the file', ({ snapshot, other, assets }) =>
    withPages(assets, snapshot, { 9: { of: other, page: 9 } }),
  ),
  file('a page that is there twice', ({ snapshot, assets }) =>
    withPages(assets, snapshot, { 8: { of: snapshot, page: 7 } }),
  ),
  file('a figure without an alternative text', ({ pdf }) =>
    overwritten(pdf, /\/Alt \((?:\\[\s\S]|[^)\\])*\)/, () => '/Alt ()'),
  ),
  { name: 'answers that are gone', into: 'answers' },
];
