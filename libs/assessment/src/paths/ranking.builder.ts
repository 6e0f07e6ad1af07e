import type { PathCandidate, PersonProfile } from './path-candidate.js';

/** Somebody highly exposed who named no limits. */
export const person: PersonProfile = {
  slug: 'adviser',
  title: 'Adviser',
  score: 75,
  interval: { low: 65, high: 84 },
  levers: [],
  lowShare: 0.1,
  weekWords: 'your week',
  constraints: {},
};

/** A path with a match and a score, and whatever else is told of it. */
export const to = (
  slug: string,
  about: Partial<PathCandidate> & { match?: number; score?: number } = {},
): PathCandidate => {
  const { match = 80, score = 20, ...rest } = about;
  const interval = { low: score - 8, high: score + 8 };
  return {
    pivot: {
      slug,
      title: slug,
      matchPercent: match,
      relation: 'cross-domain',
      direction: 'less exposed',
      score,
      interval,
      have: [],
      need: [],
    },
    interval,
    group: slug,
    plausible: 0.8,
    months: { from: 0, to: 0 },
    ...rest,
  };
};
