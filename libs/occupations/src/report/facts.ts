import { bandWord } from '../method/band-word.js';
import { shownPercentile } from '../method/percentile-words.js';
import { roundHalfUp, wholePercents } from '../method/rounding.js';
import type { Unlinked } from '../build/data-occupation.js';
import type { RiskLabel } from '../model/task.js';

/** The figures that texts may name, as they are shown. */
export type Facts = Readonly<Record<string, string>>;

const PLACE = /\{\{\s*([^}]*?)\s*\}\}/g;

/** Every figure comes from the occupation itself, so that no text can disagree with the page. */
export function factsOf(occupation: Unlinked): Facts {
  // Summed from the shares as the table shows them, so that text, table and whole agree.
  const shares = wholePercents(occupation.tasks.map(({ share }) => share));
  const percentAt = (level: RiskLabel): string =>
    String(
      occupation.tasks.reduce((sum, { risk }, index) => sum + (risk === level ? (shares[index] ?? 0) : 0), 0),
    );
  const { window } = occupation;
  return {
    title: occupation.title,
    score: String(roundHalfUp(occupation.score)),
    band: bandWord(occupation.score).toLowerCase(),
    percentile: String(shownPercentile(occupation.percentile)),
    window: window.words,
    ...(window.fromYear === undefined ? {} : { fromYear: String(window.fromYear) }),
    ...(window.toYear === undefined ? {} : { toYear: String(window.toYear) }),
    highPercent: percentAt('High'),
    mediumPercent: percentAt('Medium'),
    lowPercent: percentAt('Low'),
    taskCount: String(occupation.tasks.length),
  };
}

/** The text with its figures. Unknown names stay as they are: the consistency gate refuses them. */
export const fill = (text: string, facts: Facts): string =>
  text.replace(
    PLACE,
    (whole, name: string) => (Object.hasOwn(facts, name) ? facts[name] : undefined) ?? whole,
  );
