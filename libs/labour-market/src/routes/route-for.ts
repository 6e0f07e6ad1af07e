import { type ApprenticeshipRecord, beginsAWord, isForTrade } from '@app/occupations';
import type { Entrant } from './entrant.js';
import { fundsFor } from './funds.js';
import { OF_A_PART } from './of-a-part.js';
import type { Route, WayFrom } from './route.js';

/** Fewer hours a week hold no apprenticeship; below the second number it lasts longer, by as much as hours are missing (rules of England). */
const [LEAST_HOURS, FULL_HOURS] = [16, 30];

/**
 * A route as one person can go it: from the work they do, without an apprenticeship in that very work or one their hours and months cannot hold, and
 * with money they can ask for.
 * @param own the way into their own work
 */
export function routeFor(
  route: Route,
  entrant: Entrant,
  own: Route | undefined,
  records: ReadonlyMap<string, ApprenticeshipRecord>,
): Route {
  const near = nearWay(route, entrant);
  const gone = route.apprenticeships.filter(
    (reference) =>
      reference === own?.apprenticeships[0] ||
      isTheirJob(records.get(reference), entrant) ||
      !canHold(records.get(reference), entrant),
  );
  const kept = route.apprenticeships.filter((reference) => !gone.includes(reference));
  const funded = route.funded.filter(
    ({ way }) => !isApprenticeship(way) || isStillOpen(way, kept, gone, records),
  );
  const { groups = [], trades: _trades, words: _words, ...said } = near ?? {};
  const isOther = near?.months !== undefined;
  const whole: Route = {
    ...route,
    funded,
    apprenticeships: isOther ? [] : kept,
    ...said,
    ...(isOther && {
      funded: near.funded ?? [],
      isFrom: groups.join(' '),
      // A way of its own leads to one part of the group: what is asked of another is not asked of them.
      registers: route.registers.filter(({ what }) => !OF_A_PART.test(what)),
    }),
  };
  return { ...whole, funded: fundsFor(whole.funded, entrant, isOther) };
}

/** The nearer way that is theirs. */
export const nearWay = (
  { from = [] }: Route,
  { ownGroup, title }: Pick<Entrant, 'ownGroup' | 'title'>,
): WayFrom | undefined =>
  from.find(({ groups, trades, words }) =>
    ownGroup === undefined
      ? words !== undefined && isForTrade({ trades: words }, title)
      : groups.includes(ownGroup) && isForTrade({ ...(trades && { trades }) }, title),
  );

/** Of who has no title: the beginner's apprenticeship in the work that they themselves name. */
const isTheirJob = (record: ApprenticeshipRecord | undefined, { ownGroup, title }: Entrant): boolean =>
  ownGroup === undefined &&
  record?.level === BEGINNERS_LEVEL &&
  (title.toLowerCase().match(/\p{L}{6,}/gu) ?? []).some((word) => beginsAWord(record.name, word));
const BEGINNERS_LEVEL = 2;

function canHold(
  record: ApprenticeshipRecord | undefined,
  { hoursPerWeek = FULL_HOURS, monthsToTrain = Infinity }: Entrant,
): boolean {
  if (hoursPerWeek >= FULL_HOURS) return true;
  const months = (record?.months ?? 0) * (FULL_HOURS / hoursPerWeek);
  // Sixteen hours are the least, and then only where nobody has set a nearer end.
  return hoursPerWeek >= LEAST_HOURS && months <= monthsToTrain;
}

export const isApprenticeship = (way: string): boolean => /apprentice|\(level \d/i.test(way);

/** Whether a way names an apprenticeship that is still theirs: by name, else as long as one is left. */
function isStillOpen(
  way: string,
  kept: readonly string[],
  gone: readonly string[],
  records: ReadonlyMap<string, ApprenticeshipRecord>,
): boolean {
  const isNamed = (reference: string): boolean => {
    const name = records.get(reference)?.name.toLowerCase();
    return name !== undefined && way.toLowerCase().includes(name);
  };
  if (gone.length === 0 || kept.some(isNamed)) return true;
  return kept.length > 0 && !gone.some(isNamed);
}
