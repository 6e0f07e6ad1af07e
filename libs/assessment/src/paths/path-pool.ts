import type { LabourMarket } from '@app/labour-market';
import type { Catalogue } from '@app/occupations';
import type { Answers, Constraints } from '../answers/answers.js';
import type { KeptAway } from '../result/kept-away.js';
import { JobNames } from './job-names.js';
import type { MoveJudge } from './move-judge.js';
import { limitsOf } from './named-limits.js';
import type { PathCandidate } from './path-candidate.js';
import type { Origin } from './path-origin.js';
import { pathPoints } from './path-ranking.js';
import { type PathTarget, pathTargets } from './path-targets.js';
import { FIXED_PLAUSIBILITY, isOfTheirTrade, NEAREST, plausibility } from './plausibility.js';
import { singularTitle } from './singular-title.js';

/** Fewer jobs than this in the UK are a rare target, unless an editor wrote it among the first of a list. */
export const RARE_BELOW = 6000;
export const FIRST_WRITTEN = 3;
const REJECTED = 'You told us that this path is not for you.';

/** Everything in the catalogue that a path may lead to for one person, under their limits. Built once; holds nothing of a person. */
export class PathPool {
  private readonly targets: ReadonlyMap<string, PathTarget>;
  private readonly jobs: JobNames;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
    private readonly judge: MoveJudge,
  ) {
    this.targets = pathTargets(catalogue);
    this.jobs = new JobNames(catalogue.dataset);
  }

  /** Candidates that keep the person's limits, in no order. Rejected ones are left out. */
  candidatesFor(answers: Answers, origin: Origin): PathCandidate[] {
    return this.gathered(answers, origin, false);
  }

  /** The same with those that break a limit or that the person rejected, each saying so. */
  allFor(answers: Answers, origin: Origin): PathCandidate[] {
    return this.gathered(answers, origin, true);
  }

  private gathered(answers: Answers, origin: Origin, beyond: boolean): PathCandidate[] {
    const rejected = new Set((answers.rejectedPaths ?? []).map(({ slug }) => slug));
    const moves = this.market.movesFrom(origin.record?.code ?? origin.group);
    const isNamed = this.jobs.named(answers.jobTitle);
    // Another page of their own group is one that an editor chose.
    const isOwnJob = (group: string): boolean => group !== origin.group && isNamed(group);
    const fixed = origin.fixed.flatMap((pivot) => {
      const target = this.targetOf(pivot.slug);
      if (target && isOwnJob(target.group)) return [];
      // How the move is made stands with the moves of the group, also where an editor chose the page it leads to.
      const move = moves.find(({ to }) => to === target?.group);
      return target
        ? [
            this.judge.candidate(answers, origin, target, {
              plausible: FIXED_PLAUSIBILITY,
              why: pivot.why,
              needs: move?.route,
              needsMonths: move?.months,
              paid: move?.paid,
              written: move !== undefined,
              known: pivot,
              beyond,
            }),
          ]
        : [];
    });
    const taken = new Set(fixed.map((one) => one?.group));
    const found = [...this.targets.values()].map((target) => {
      const written = moves.findIndex(({ to }) => to === target.group);
      const move = moves[written];
      const rare = target.jobs < RARE_BELOW && written >= FIRST_WRITTEN;
      // Where an editor chose the job of a group, the group's own page says nothing new beside it.
      if (!move || rare || taken.has(target.group) || isOwnJob(target.group)) return undefined;
      return this.judge.candidate(answers, origin, target, {
        plausible: isOfTheirTrade(move, answers.jobTitle) ? NEAREST : plausibility(written),
        why: move.why,
        needs: move.route,
        needsMonths: move.months,
        paid: move.paid,
        written: true,
        beyond,
      });
    });
    return [...fixed, ...found]
      .filter((one) => one !== undefined)
      .filter(
        ({ pivot: { slug } }, index, all) =>
          slug !== origin.slug && all.findIndex((other) => other.pivot.slug === slug) === index,
      )
      .flatMap((one) => {
        if (!rejected.has(one.pivot.slug)) return [one];
        return beyond ? [{ ...one, breaks: [...(one.breaks ?? []), REJECTED] }] : [];
      });
  }

  /**
   * How many paths each limit alone keeps away, the most first, and the best of them: what to say when few are left.
   * @param isOffered whether the ranking would take a path under limits
   */
  keptAway(
    answers: Answers,
    origin: Origin,
    isOffered: (candidate: PathCandidate, constraints: Constraints) => boolean,
  ): KeptAway[] {
    const { constraints = {} } = answers;
    const open = new Set(this.candidatesFor(answers, origin).map(({ pivot }) => pivot.slug));
    return limitsOf(constraints)
      .map(({ words, without }) => {
        const more = this.candidatesFor({ ...answers, constraints: without }, origin)
          .filter((candidate) => isOffered(candidate, without) && !open.has(candidate.pivot.slug))
          .sort((a, b) => worth(b) - worth(a));
        return {
          words,
          paths: more.length,
          titles: more.slice(0, MOST_NAMED).map(({ pivot }) => pivot.title),
        };
      })
      .filter(({ paths }) => paths > 0)
      .sort((a, b) => b.paths - a.paths);
  }

  private targetOf(slug: string): PathTarget | undefined {
    const summary = this.catalogue.all().find((one) => one.slug === slug);
    const record = summary && this.catalogue.dataset.occupations.get(summary.code);
    if (!summary || !record) return undefined;
    const group = record.unitGroups[0]?.code ?? '';
    const target = this.targets.get(group);
    return {
      group,
      // One page has one title, whether an editor fixed the path or the catalogue was searched for it.
      title: target?.summary.slug === slug ? target.title : singularTitle(summary.title),
      summary,
      record,
      jobs: 0,
    };
  }
}

/** Paths named of those that a limit keeps away. */
const MOST_NAMED = 3;

const worth = ({ plausible, pivot }: PathCandidate): number =>
  pathPoints({ plausible, matchPercent: pivot.matchPercent, gap: 0, payGain: 0, growth: 0 });
