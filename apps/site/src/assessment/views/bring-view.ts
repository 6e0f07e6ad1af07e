import {
  INTEREST_THEME_NAMES,
  INTEREST_THEMES,
  interestFitWord,
  type PersonalResult,
  SKILL_RATING_WORDS,
} from '@app/assessment';
import { type Drawing, dumbbell, responsiveSvg } from '@app/charts';
import { SafeHtml } from '@app/http';

/** What the result says of interests: a figure, its table, and a heading that says what was found. Null when they were not answered. */
export function interestsView({
  interests,
  level,
  betweenJobs,
}: PersonalResult): Record<string, unknown> | null {
  if (!interests) return null;
  const { person, occupation, fit } = interests;
  const rows = INTEREST_THEMES.map((theme, index) => ({
    label: INTEREST_THEME_NAMES[theme],
    from: occupation[index] ?? 0,
    to: person[index] ?? 0,
  }));
  const draw = (width: number): Drawing =>
    dumbbell({
      title: `What you like, beside what ${betweenJobs ? 'that' : 'your'} work is like`,
      rows,
      fromLabel: betweenJobs ? 'That work' : level === 'title unknown' ? 'Work like yours' : 'Your job',
      toLabel: 'You',
      domain: [0, 100],
      width,
      // Narrow labels need a second line.
      row: width < 560 ? 46 : 34,
    });
  return {
    heading: headingOf(rows, fit, betweenJobs ? 'that work' : 'your work'),
    chart: new SafeHtml(responsiveSvg(draw)),
    table: draw(720).table,
    leans: fit !== undefined,
  };
}

function headingOf(
  rows: readonly { readonly label: string; readonly to: number }[],
  fit: number | undefined,
  work: string,
): string {
  if (fit === undefined) return 'You like all six kinds of work alike';
  const sorted = [...rows].sort((a, b) => b.to - a.to);
  const [first, second] = sorted.map(({ label }) => label.toLowerCase());
  const lean = `You lean to ${first ?? ''} and ${second ?? ''}`;
  switch (interestFitWord(fit)) {
    case 'close':
      return `${lean}, and so does ${work}`;
    case 'partly':
      return `${lean}; ${work} fits that in part`;
    case 'far':
      return `${lean}; ${work} lies elsewhere`;
  }
}

/** Own ratings beside the usual ones, as a table's rows; null when none were given. */
export const skillsView = ({ skills }: PersonalResult): readonly Record<string, unknown>[] | null =>
  skills === undefined
    ? null
    : skills.map(({ name, kind, rating, usual, used }) => ({
        name,
        kind,
        rating,
        words: SKILL_RATING_WORDS[rating],
        usual: usual.toFixed(1),
        used: used.toFixed(1),
      }));
