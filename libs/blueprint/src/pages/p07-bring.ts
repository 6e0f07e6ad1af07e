import { dumbbell, rankedBars } from '@app/charts';
import { inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import { type Block, type PageContent, TYPE } from '@app/typeset';
import { keptTasks } from '../snapshot/own-week.js';
import type { BodyPart } from '../copy/page-copy.js';

const THEMES = [
  'Making and mending',
  'Finding out',
  'Creating',
  'Helping people',
  'Leading and selling',
  'Order and detail',
] as const;

/** Page 7: strengths, skills against the role, interests. */
export function bringPage(composer: Composer): PageContent {
  const { result, occupation, person } = composer.snapshot;
  const rated = result.skills.filter((skill) => skill.rated);
  const above = rated
    .filter((skill) => skill.you - skill.role >= 0.3)
    .sort((a, b) => b.you - b.role - (a.you - a.role));
  const known = result.interests !== undefined || occupation.interests.length === 6;
  const interests = known ? interestsOf(result.interests, occupation.interests) : [];
  const top = [...interests].sort((a, b) => b.value - a.value).slice(0, 2);
  const copy = composer.fill('07-bring', {
    strengths: result.strengths,
    years: person.years ?? null,
    guides: person.level?.startsWith('Senior') ?? false,
    leads: person.level?.startsWith('I lead') ?? false,
    interests_known: known,
    skills: result.skills.slice(0, 3).map(({ name }) => inSentence(name)),
    safe_tasks: keptTasks(result.tasks)
      .slice(0, 2)
      .map(({ name }) => inSentence(name)),
    rated: rated.length > 0,
    rated_count: rated.length,
    below: rated
      .filter((skill) => skill.role - skill.you >= 0.8)
      .map(({ name }) => inSentence(name))
      .slice(0, 2),
    // Two fit a headline; the chart has the rest.
    above: above.slice(0, 2).map(({ name }) => inSentence(name)),
    interests_answered: result.interests !== undefined,
    top_interests: listed(top.map(({ label }) => label.toLowerCase())),
  });
  // Without ratings the bars are the role's, of which the first five say enough.
  const skills = rated.length > 0 ? result.skills : result.skills.slice(0, 5);
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          rated.length > 0
            ? dumbbell({
                title: copy.words('chart_title'),
                width,
                row: 32 + taller,
                rows: skills.map((skill) => ({
                  label: skill.rated ? skill.name : `${skill.name} (not rated)`,
                  from: skill.role,
                  to: skill.you,
                  fromShown: skill.role.toFixed(1),
                  toShown: skill.you.toFixed(1),
                })),
                fromLabel: 'Role',
                toLabel: 'You',
                domain: [1, 5],
              })
            : rankedBars({
                title: copy.words('chart_title'),
                width,
                max: 5,
                rows: skills.map((skill) => ({
                  label: skill.name,
                  value: skill.role,
                  shown: skill.role.toFixed(1),
                })),
                measure: 'Importance',
              }),
        { stretch: [-6, 8] },
      ),
      ...(known
        ? [
            composer.figure(
              ({ width }) =>
                rankedBars({
                  title: copy.words('interests_title'),
                  width,
                  rows: interests.map(({ label, value }) => ({ label, value })),
                  measure: 'Interest',
                }),
              { gap: 18 },
            ),
          ]
        : []),
      composer.beside(
        halves(copy.body).map((parts) => ({
          share: 1,
          blocks: parts.map((part) => adviceBlock(composer, part)),
        })),
        14,
      ),
    ],
  };
}

/** The running text in its two halves, each with its heading; one half when there are no strengths to name. */
function halves(body: readonly BodyPart[]): BodyPart[][] {
  const second = body.findIndex((part, index) => part.kind === 'heading' && index > 0);
  return second < 0 ? [[...body]] : [body.slice(0, second), body.slice(second)];
}

/** A list loses its last points when the page is full; what is left is never cut. */
function adviceBlock(composer: Composer, part: BodyPart): Block {
  if (part.kind === 'heading') return composer.heading(part.text);
  const items = 'text' in part ? [part.text] : part.items;
  return composer.list(items, { style: TYPE.table, gap: 4, minItems: 1 });
}

/** 0–100 by theme: the person's own answers, or else the role's profile (O*NET 1–7). */
function interestsOf(
  own: readonly number[] | undefined,
  role: readonly number[],
): { label: string; value: number; you: boolean }[] {
  return THEMES.map((label, index) => ({
    label,
    value: own?.[index] ?? (((role[index] ?? 1) - 1) / 6) * 100,
    you: own !== undefined,
  }));
}
