import { isForTrade } from '../model/trade-fit.js';
import type { EditedContent } from '../content/edited-content.js';
import { MODEL_MONTH } from '../method/model.js';
import type { OccupationReport } from '../model/report.js';
import type { Breach } from './breach.js';

/** What of an edited file only the file says, and of the other files what its words may lean on. */
export interface ContentKnown {
  readonly content: EditedContent;
  /** Where a slug leads now. */
  readonly current: (slug: string) => string;
  /** Rounded score of the occupation a slug leads to. */
  readonly scoreOf: (slug: string) => number | undefined;
  /** Names of every tool that some edited file lists. */
  readonly toolNames: readonly string[];
}

/** A tool that was listed longer ago than this may be another by now; months. */
const STALE_AFTER = 12;
/** Points of the week by which the typical share may lie outside those of the levels. */
const SLACK = 2;

type Report = Pick<OccupationReport, 'slug' | 'score'>;

/** Breaches of an edited file by its own figures and lists. */
export const contentRules = (known: ContentKnown, report: Report): Breach[] => [
  ...toolBreaches(known.content),
  ...riseBreaches(known.content),
  ...levelBreaches(known.content),
  ...compareBreaches(known, report),
  ...pivotBreaches(known, report),
];

const monthsBetween = (earlier: string, later: string): number => {
  const months = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
  return months(later) - months(earlier);
};

function toolBreaches({ tasks, gains, title, titles, aliases }: EditedContent): Breach[] {
  const known = [title, ...titles, ...aliases];
  return Object.entries({ tasks, gains }).flatMap(([list, entries]) =>
    entries.flatMap(({ tools }, at) =>
      tools.flatMap(({ name, checked, trades }, index): Breach[] => {
        const path = [list, at, 'tools', index];
        if (trades && !known.some((one) => isForTrade({ trades }, one)))
          return [{ path, message: `${name} is for a trade that no title of the page names` }];
        if (!checked || monthsBetween(MODEL_MONTH, checked) > 0)
          return [{ path, message: `${name} has no date checked up to ${MODEL_MONTH}` }];
        return monthsBetween(checked, MODEL_MONTH) > STALE_AFTER
          ? [{ path, message: `${name} was checked in ${checked}, more than ${STALE_AFTER} months ago` }]
          : [];
      }),
    ),
  );
}

const riseBreaches = ({ tasks }: EditedContent): Breach[] =>
  tasks.flatMap(({ exposure, exposureIn5Years }, at) =>
    exposureIn5Years < exposure
      ? [
          {
            path: ['tasks', at, 'exposureIn5Years'],
            message: `the exposure in five years, ${exposureIn5Years}, is under today’s, ${exposure}`,
          },
        ]
      : [],
  );

/** The typical week is a mixture of the levels' weeks, so it lies between them. */
function levelBreaches({ tasks, seniority }: EditedContent): Breach[] {
  return tasks.flatMap(({ id, share }) => {
    const levels = [seniority.junior, seniority.mid, seniority.senior].map((shares) => shares[id] ?? 0);
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    if (share >= low - SLACK && share <= high + SLACK) return [];
    const path = ['seniority', 'mid', id];
    return [
      { path, message: `${id} is ${share}% of the typical week, but ${low}% to ${high}% of the levels’` },
    ];
  });
}

function compareBreaches({ content, scoreOf }: ContentKnown, { score }: Report): Breach[] {
  return Object.entries({ ...content.compare } as Record<string, string | undefined>).flatMap(
    ([place, slug]): Breach[] => {
      const other = slug === undefined ? undefined : scoreOf(slug);
      if (slug === undefined || other === undefined) return [];
      const right = place === 'moreExposed' ? other > score.value : other < score.value;
      if (right) return [];
      const wanted = place === 'moreExposed' ? 'more' : 'less';
      return [
        {
          path: ['compare', place],
          message: `${slug} stands for a role that scores ${wanted}, but scores ${other} against ${score.value}`,
        },
      ];
    },
  );
}

function pivotBreaches({ content, current }: ContentKnown, { slug }: Report): Breach[] {
  return content.pivots.flatMap((pivot, index) =>
    current(pivot.slug) === slug
      ? [{ path: ['pivots', index, 'slug'], message: 'the path leads to the occupation itself' }]
      : [],
  );
}

/** Tools named in a text that the report lists nowhere with a date. A name that is a word counts only inside a sentence. */
export function undatedTools(text: string, { content, toolNames }: ContentKnown): string[] {
  const own = [...content.tasks, ...content.gains].flatMap(({ tools }) => tools.map(({ name }) => name));
  return toolNames
    .filter((name) => text.includes(name) && !own.some((listed) => listed.includes(name)))
    .filter((name) => {
      const inside = /^[A-Z][a-z]+$/.test(name) ? '(?<=[a-z,;:] )' : '(?<!\\w)';
      return new RegExp(`${inside}${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`).test(text);
    })
    .map((name) => `${name} is named without the month it was checked`);
}
