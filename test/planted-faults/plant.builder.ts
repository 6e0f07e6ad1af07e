import type { BlueprintSnapshot, SnapshotPath } from '@app/blueprint';
import type { RecentDraft, CheckFacts } from '../../libs/review/src/checks/check-facts.js';
import type { CheckResult } from '../../libs/review/src/checks/check-result.js';
import { aboutPages, ownSentences } from '../../libs/review/src/checks/duplicates.check.js';
import type { DraftOf } from './draft.builder.js';

/** The true drafts that faults are planted in. */
export interface Drafts {
  /** Answered everything; with an apostrophe in the name. */
  readonly amara: DraftOf;
  /** Gave a title alone. */
  readonly nurse: DraftOf;
  /** Name and job title in Arabic, with digits. */
  readonly sara: DraftOf;
}

/** A fault, and what must be said of it. */
export interface Plant {
  readonly check: string;
  /** The page the words name; none for faults of the file. */
  readonly page?: number;
  readonly says: RegExp;
  /** What red says to do, where it depends on the fault. */
  readonly todo?: RegExp;
  readonly level?: 'red' | 'amber';
  plant(drafts: Drafts): Promise<CheckResult[]> | CheckResult[];
}

/** The snapshot with one path changed. */
export const withPath =
  (index: number, change: (path: SnapshotPath) => Partial<SnapshotPath>) =>
  (snapshot: BlueprintSnapshot): BlueprintSnapshot => ({
    ...snapshot,
    paths: snapshot.paths.map((path, at) => (at === index ? { ...path, ...change(path) } : path)),
  });
export const withResult =
  (change: Partial<BlueprintSnapshot['result']>) =>
  (snapshot: BlueprintSnapshot): BlueprintSnapshot => ({
    ...snapshot,
    result: { ...snapshot.result, ...change },
  });

/** The draft of somebody else, under a reference of their own. */
export const foreign = (draft: DraftOf, other: DraftOf): BlueprintSnapshot => ({
  ...other.snapshot,
  order: { ...draft.snapshot.order, reference: 'PW-AAAA-BBBB' },
});

/** What is found in a draft that was changed before its file was made. */
export const change = (
  draft: DraftOf,
  how: (snapshot: BlueprintSnapshot) => BlueprintSnapshot,
  facts: Partial<CheckFacts> = {},
): Promise<CheckResult[]> => draft.checks({ change: how, facts });

/** A draft as the next ones are compared with it. */
export const recent = (snapshot: BlueprintSnapshot): RecentDraft => ({
  reference: snapshot.order.reference,
  about: aboutPages(snapshot),
  pages: ownSentences(snapshot),
});
