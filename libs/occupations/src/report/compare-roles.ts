import type { Unlinked } from '../build/data-occupation.js';
import type { CompareContent } from '../content/edited-content.js';
import type { ComparePlace, CompareRole } from '../model/report.js';
import { shownScore } from './shown-score.js';

/** Rounded points by which the more exposed and the less exposed role should differ, so that the comparison says something. */
const STEP = 5;
const FAR = 15;

interface Ranked {
  readonly occupation: Unlinked;
  readonly jobs: number;
}

const shown = ({ score }: Unlinked): number => Math.round(score);

/**
 * The four roles of the comparison: one that scores more, this one, one of the same sector that scores less, one that scores far
 * less. Fixed ones first, as long as their scores fit the place; the rest are the best known (most UK jobs) that fit, of work alike before any
 * other. At the ends of the scale the nearest that exist.
 * @param jobsOf UK jobs an occupation stands for
 */
export function compareRoles(
  own: Unlinked,
  all: readonly Unlinked[],
  jobsOf: (occupation: Unlinked) => number,
  fixed: CompareContent = {},
): CompareRole[] {
  // A sub-unit group is counted with the jobs of its whole unit group, so it may be a trade few have heard of: only those that editors name.
  const known = ({ kind, code, slug }: Unlinked): boolean =>
    kind === 'edited' || code.length === 4 || Object.values(fixed).includes(slug);
  const others: Ranked[] = all
    .filter((other) => other.slug !== own.slug && other.code !== own.code && known(other))
    .map((occupation) => ({ occupation, jobs: jobsOf(occupation) }))
    .sort((a, b) => b.jobs - a.jobs || (a.occupation.slug < b.occupation.slug ? -1 : 1));
  const chosen: Unlinked[] = [];
  const choose = (slug: string | undefined, ...wishes: ((other: Unlinked) => boolean)[]): void => {
    const free = others.map(({ occupation }) => occupation).filter((other) => !chosen.includes(other));
    const named = free.find((other) => other.slug === slug && wishes.some((wish) => wish(other)));
    const found =
      named ?? wishes.map((wish) => free.find(wish)).find((each) => each !== undefined) ?? free[0];
    if (found) chosen.push(found);
  };
  const same = (other: Unlinked): boolean => other.sector === own.sector;
  // Where the sector has none, work of the same sub-major or major group of SOC 2020: an inspector is not measured against a shop assistant.
  const near = (other: Unlinked): boolean => other.code.slice(0, 2) === own.code.slice(0, 2);
  const alike = (other: Unlinked): boolean => other.code.charAt(0) === own.code.charAt(0);
  const by = (other: Unlinked): number => shown(other) - shown(own);
  choose(
    fixed.moreExposed,
    (o) => same(o) && by(o) >= STEP,
    (o) => same(o) && by(o) > 0,
    (o) => near(o) && by(o) >= STEP,
    (o) => alike(o) && by(o) >= STEP,
    (o) => by(o) >= STEP,
    (o) => by(o) > 0,
  );
  choose(
    fixed.sameSector,
    (o) => same(o) && by(o) <= -STEP,
    (o) => same(o) && by(o) < 0,
    (o) => near(o) && by(o) < 0,
    (o) => alike(o) && by(o) < 0,
    (o) => by(o) < 0,
  );
  const low = Math.min(by(chosen.at(-1) ?? own), 0);
  choose(
    fixed.farLess,
    (o) => alike(o) && by(o) <= -FAR && by(o) < low,
    (o) => by(o) <= -FAR && by(o) < low,
    (o) => by(o) < low,
    (o) => by(o) < 0,
  );
  return [own, ...chosen]
    .map((occupation) => ({
      slug: occupation.slug,
      title: occupation.title,
      place: placeOf(own, occupation, low),
      score: shownScore(occupation),
    }))
    .sort((a, b) => b.score.exact - a.score.exact);
}

/** Worded from the rounded scores that stand beside it, so it is true wherever the role came from. */
function placeOf(own: Unlinked, other: Unlinked, sectorLow: number): ComparePlace {
  if (other.slug === own.slug) return 'this occupation';
  const by = shown(other) - shown(own);
  if (by > 0) return 'higher score';
  if (by === 0) return 'same score';
  if (other.sector === own.sector) return 'same sector, lower score';
  return by < sectorLow ? 'lower score still' : 'lower score';
}
