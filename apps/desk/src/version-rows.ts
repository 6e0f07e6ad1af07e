import type { BlueprintVersion } from '@app/desk-reading';
import { type Making, shortDayTime } from '@app/review';
import { staffName } from './staff-name.js';

/** A version as it is told: how it came about, what it was made for, and what was asked of the next. */
export interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly came: string;
  /** The reason or instruction it was made for; '' where none was asked. */
  readonly why: string;
  readonly at: string;
  readonly became: string;
  readonly asked: readonly { readonly page: number; readonly words: string; readonly by: string }[];
  readonly rendered: boolean;
  /** The review that is about it; '' for one that gave way within a review. */
  readonly review: string;
}

const HOW: Readonly<Record<Making, string>> = {
  words: 'changed its words',
  note: 'put a note into it',
  paths: 'chose other paths',
  anew: 'had it made anew',
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** @param versions of one order. */
export const versionRows = (
  versions: readonly BlueprintVersion[],
  names: ReadonlyMap<string, string>,
): VersionRow[] =>
  versions.map((version) => ({
    id: version.id,
    version: version.version,
    came:
      version.how === null || version.madeBy === null
        ? 'Drafted by the worker'
        : capitalised(`${staffName(names, version.madeBy)} ${HOW[version.how]}`),
    why: version.madeFor ?? '',
    at: shortDayTime(version.draftedAt),
    became: becameOf(version, versions),
    asked: version.instructions.map(({ page, words, by }) => ({ page, words, by: staffName(names, by) })),
    rendered: version.sha256 !== null,
    review: version.reviewId ?? '',
  }));

/** A version that was worked on gave way to the next within the same review. */
function becameOf({ version, reviewState }: BlueprintVersion, versions: readonly BlueprintVersion[]): string {
  if (reviewState !== null) return reviewState;
  const next = versions.find((other) => other.version === version + 1);
  return next?.how === null || next === undefined
    ? 'not in the queue yet'
    : `went on as version ${next.version}`;
}
