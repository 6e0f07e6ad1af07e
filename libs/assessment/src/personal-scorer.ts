import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { LabourMarket, type WeightedCode } from '@app/labour-market';
import { Catalogue, type Occupation, type Pivot, SECTORS, type SectorId } from '@app/occupations';
import type { Answers, Constraints } from './answers/answers.js';
import { asPercent } from './interests/interest-profile.js';
import { type Clash, clashesOf, workTraits } from './paths/clashes.js';
import type { PathCandidate } from './paths/rank-paths.js';
import type { PersonalResult } from './result/personal-result.js';
import { biggestParts } from './scoring/biggest-parts.js';
import { score, type ScoringContext } from './scoring/score.js';
import type { ActivityExposure, Subject } from './scoring/subject.js';
import { ratedSkills } from './skills/own-ratings.js';
import { rematched, type SkillQuestions, skillQuestionsFor } from './skills/skill-questions.js';
import { weekOf, type WeekPart } from './scoring/week.js';
import { activityExposures } from './subjects/activity-exposures.js';
import { activityGroups, type ActivityGroup } from './subjects/activity-groups.js';
import { familyOfWork, type FamilyOfWork } from './subjects/family-of-work.js';
import { type Rise, riseOf } from './subjects/rise.js';

/** Work of which nothing is known: the middle of the scale, and unsure. */
const UNKNOWN_ACTIVITY: ActivityExposure = { exposure: 50, exposureIn5Years: 60, sd: 35 };

/** Scores answers against the catalogue. Holds no state of a person; what it keeps are sums over the catalogue. */
@Injectable()
export class PersonalScorer {
  readonly activityGroups: readonly ActivityGroup[];
  private readonly families = new Map<SectorId, FamilyOfWork>();
  private readonly rise: Rise;
  private readonly exposures: ReadonlyMap<string, ActivityExposure>;
  /** Data occupations by score: where a score stands among UK workers. */
  private readonly ranked: readonly { readonly score: number; readonly percentile: number }[];

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {
    this.rise = riseOf(catalogue);
    this.exposures = activityExposures(catalogue.dataset, this.rise);
    this.activityGroups = activityGroups(catalogue.dataset);
    this.ranked = catalogue
      .all()
      .filter(({ kind }) => kind === 'data')
      .map(({ score: exposure, percentile }) => ({ score: exposure, percentile }))
      .sort((a, b) => a.score - b.score);
  }

  /** @throws DomainError `assessment_incomplete` when neither an occupation nor a family has been chosen */
  score(answers: Answers): PersonalResult {
    const occupation = this.occupationOf(answers);
    if (occupation) return score(answers, occupation, this.occupationContext(answers, occupation));
    const family = this.familyOf(answers);
    if (!family)
      throw new DomainError(
        'assessment_incomplete',
        'Choose your job, or the family of work it belongs to, first.',
      );
    return score(answers, family.subject, {
      ...this.contextFor(answers, family.pivots, family.jobZone),
      interests: asPercent(family.interests),
    });
  }

  /** The occupation that was chosen, if the catalogue still has it. */
  occupationOf({ occupationSlug }: Answers): Occupation | undefined {
    if (occupationSlug === undefined) return undefined;
    return this.catalogue.bySlug(this.catalogue.redirectFor(occupationSlug) ?? occupationSlug);
  }

  /** What the answers are scored against, or undefined before a job is chosen. */
  subjectOf(answers: Answers): Subject | undefined {
    return this.occupationOf(answers) ?? this.familyOf(answers)?.subject;
  }

  /** The tasks that the question about AI tools is asked of, biggest first; none before a job is chosen. */
  biggestTasksOf(answers: Answers): readonly WeekPart[] {
    const subject = this.subjectOf(answers);
    return subject ? biggestParts(weekOf(answers, subject, this.exposureOf)) : [];
  }

  /** The skills to ask about, or why none are. */
  skillQuestionsFor(answers: Answers): SkillQuestions {
    return skillQuestionsFor(this.catalogue, this.occupationOf(answers));
  }

  private familyOf({ familyId }: Answers): FamilyOfWork | undefined {
    if (familyId === undefined || !(familyId in SECTORS)) return undefined;
    const known = this.families.get(familyId) ?? familyOfWork(this.catalogue, familyId, this.rise);
    this.families.set(familyId, known);
    return known;
  }

  /** With own ratings the paths are matched anew; pay is that of the occupation. */
  private occupationContext(answers: Answers, occupation: Occupation): ScoringContext {
    const { skills: given, region } = answers;
    const ratings = given?.occupationSlug === occupation.slug ? given.ratings : {};
    const skills = ratedSkills(this.catalogue.elements(occupation.slug), ratings);
    const pivots = rematched(this.catalogue, occupation, skills);
    const context = this.contextFor(answers, pivots, occupation.jobZone);
    const pay = this.market.payFor(occupation.ukCodes, region);
    const usual = new Map(occupation.pivots.map(({ slug, matchPercent }) => [slug, matchPercent]));
    return {
      ...context,
      interests: asPercent(occupation.interests),
      // Where they work now is known to suit them: only what they asked to avoid counts against staying.
      clashes: this.clashes(occupation.code, { ...answers.constraints, travel: 'anywhere' }),
      ...(pay ? { medianPay: pay.median } : {}),
      ...(skills.length > 0
        ? {
            skills,
            candidates: context.candidates.map((each) => ({
              ...each,
              usualMatchPercent: usual.get(each.pivot.slug),
            })),
          }
        : {}),
    };
  }

  private contextFor(answers: Answers, pivots: readonly Pivot[], jobZone: number): ScoringContext {
    return {
      catalogueVersion: this.catalogue.version,
      exposureOf: this.exposureOf,
      percentileOf: (value) => this.percentileOf(value),
      candidates: pivots.flatMap((pivot) => this.candidate(pivot, jobZone, answers)),
    };
  }

  private clashes(code: string, constraints: Constraints): Clash[] {
    const record = this.catalogue.dataset.occupations.get(code);
    const shares = this.catalogue.dataset.activityShares.get(code);
    return record && shares ? clashesOf(workTraits(shares, record.riasec), constraints) : [];
  }

  private candidate(pivot: Pivot, jobZone: number, answers: Answers): PathCandidate[] {
    const { region, constraints = {} } = answers;
    // From the data set, not bySlug: that would work out the target's own paths as well.
    const summary = this.catalogue.all().find(({ slug }) => slug === pivot.slug);
    const target = summary && this.catalogue.dataset.occupations.get(summary.code);
    if (!target) return [];
    const pay = this.market.payFor(target.unitGroups, region);
    const basis = pay
      ? { medianPay: pay.median, payBasis: `${pay.region?.name ?? 'UK'}, ${pay.source} ${pay.vintage}` }
      : {};
    return [
      {
        pivot,
        interval: summary.interval,
        zonesUp: Math.max(0, target.jobZone - jobZone),
        routeMonths: this.routeMonths(pivot, target.unitGroups, answers),
        clashes: this.clashes(summary.code, constraints),
        interests: asPercent(target.riasec),
        ...basis,
      },
    ];
  }

  /** A route is told from a standing start: whoever works beside it already has part of it behind them, so it counts in other fields alone. */
  private routeMonths(
    { relation }: Pivot,
    codes: readonly WeightedCode[],
    answers: Answers,
  ): number | undefined {
    const own = this.occupationOf(answers)?.ukCodes[0]?.code;
    const sameField = relation === 'adjacent' || own?.slice(0, 3) === codes[0]?.code.slice(0, 3);
    return sameField ? undefined : this.market.routeInto(codes)?.months.from;
  }

  private readonly exposureOf = (activity: string): ActivityExposure =>
    this.exposures.get(activity) ?? UNKNOWN_ACTIVITY;

  /** Share of UK employment in occupations that score lower: that of the next occupation upwards, since none lies between. */
  private percentileOf(value: number): number {
    let low = 0;
    let high = this.ranked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranked[middle]?.score ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    return this.ranked[low]?.percentile ?? 100;
  }
}
