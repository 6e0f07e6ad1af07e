import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { LabourMarket, payAtHours } from '@app/labour-market';
import { Catalogue, type Occupation, occupationScore, SECTORS, type SectorId } from '@app/occupations';
import type { Answers } from './answers/answers.js';
import { workOf } from './answers/between-jobs.js';
import { CLOSE_FROM, interestFit } from './interests/interest-fit.js';
import { asPercent, interestProfile } from './interests/interest-profile.js';
import { MoveJudge } from './paths/move-judge.js';
import { type Origin, originOf } from './paths/path-origin.js';
import { PathPool } from './paths/path-pool.js';
import type { RankedCandidate } from './paths/ranked-candidate.js';
import type { PersonalResult } from './result/personal-result.js';
import type { WhatIf } from './result/what-if.js';
import { biggestParts } from './scoring/biggest-parts.js';
import { detailOf } from './scoring/detail.js';
import { USUAL_WEEK_HOURS } from './scoring/levers.js';
import {
  candidatesOf,
  profiled,
  type ProfiledWeek,
  score,
  scoreAlone,
  type ScoringContext,
} from './scoring/score.js';
import type { ActivityExposure, Subject } from './scoring/subject.js';
import { ownImportance, ratedSkills } from './skills/own-ratings.js';
import { type SkillQuestions, skillQuestionsFor } from './skills/skill-questions.js';
import { weekOf, type WeekPart } from './scoring/week.js';
import { type AskedMove, whatIf } from './scoring/what-if.js';
import { activityExposures } from './subjects/activity-exposures.js';
import { activityGroups, type ActivityGroup } from './subjects/activity-groups.js';
import { familyOfWork, type FamilyOfWork } from './subjects/family-of-work.js';
import { type Rise, riseOf } from './subjects/rise.js';

/** Work of which nothing is known: the middle of the scale, and unsure. */
const UNKNOWN_ACTIVITY: ActivityExposure = { exposure: 50, exposureIn5Years: 60, sd: 35 };

/** Titles looked at for somebody's own words. */
const HITS = 8;

/** What answers are scored against, and where their paths start from. */
interface ScoredAgainst {
  readonly subject: Subject;
  readonly origin: Origin;
  readonly context: Omit<ScoringContext, 'candidates' | 'keptAway'>;
}

/** Scores answers against the catalogue. Holds no state of a person; what it keeps are sums over the catalogue. */
@Injectable()
export class PersonalScorer {
  readonly activityGroups: readonly ActivityGroup[];
  private readonly judge: MoveJudge;
  private readonly pool: PathPool;
  private readonly families = new Map<SectorId, FamilyOfWork>();
  private readonly rise: Rise;
  private readonly exposures: ReadonlyMap<string, ActivityExposure>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {
    this.judge = new MoveJudge(catalogue, market);
    this.pool = new PathPool(catalogue, market, this.judge);
    this.rise = riseOf(catalogue);
    this.exposures = activityExposures(catalogue.dataset, this.rise);
    this.activityGroups = activityGroups(catalogue.dataset);
  }

  /** @throws DomainError `assessment_incomplete` when neither an occupation nor a family has been chosen */
  score(answers: Answers): PersonalResult {
    return this.scored(answers, this.scoredAgainst(answers));
  }

  /**
   * Every path that the ranking weighs for these answers, best first, with where it stands; those beyond the person's limits last.
   * @throws DomainError as {@link score}.
   */
  candidates(answers: Answers): RankedCandidate[] {
    return this.ranked(answers, this.scoredAgainst(answers));
  }

  /** Both, for whom the draws are made once. @throws DomainError as {@link score}. */
  scoreAndCandidates(answers: Answers): { result: PersonalResult; candidates: RankedCandidate[] } {
    const against = this.scoredAgainst(answers);
    const of = profiled(answers, against.subject, against.context);
    return { result: this.scored(answers, against, of), candidates: this.ranked(answers, against, of) };
  }

  /** The score after a move of hours that somebody tries out; see {@link whatIf}. @throws DomainError as {@link score}. */
  whatIf(answers: Answers, asked: AskedMove): WhatIf | undefined {
    const { subject } = this.scoredAgainst(answers);
    const scoreOf = (others: Answers): number => scoreAlone(others, subject, this.exposureOf);
    const week = weekOf(answers, subject, this.exposureOf);
    const weekHours = answers.hoursPerWeek ?? USUAL_WEEK_HOURS;
    return whatIf({ answers, subject, week, score: scoreOf(answers), weekHours, scoreOf }, asked);
  }

  private scored(
    answers: Answers,
    { subject, origin, context }: ScoredAgainst,
    of?: ProfiledWeek,
  ): PersonalResult {
    const result = score(answers, subject, { ...context, ...this.candidatesFor(answers, origin) }, of);
    return result.slug === '' && origin.slug !== '' ? { ...result, describedAs: origin.slug } : result;
  }

  private ranked(
    answers: Answers,
    { subject, origin, context }: ScoredAgainst,
    of?: ProfiledWeek,
  ): RankedCandidate[] {
    return candidatesOf(answers, subject, { ...context, candidates: this.pool.allFor(answers, origin) }, of);
  }

  private scoredAgainst(answers: Answers): ScoredAgainst {
    const occupation = this.occupationOf(answers);
    if (occupation) return this.againstOccupation(answers, occupation);
    const family = this.familyOf(answers);
    const described = family && this.describedBy(answers, family);
    if (described) {
      const against = this.againstOccupation(answers, described);
      const origin = { ...against.origin, fixed: [] };
      return { ...against, origin, context: { ...against.context, described: answers.jobTitle } };
    }
    if (!family)
      throw new DomainError(
        'assessment_incomplete',
        'Choose your job, or the family of work it belongs to, first.',
      );
    const context = { ...this.published(), interests: asPercent(family.interests) };
    return { subject: family.subject, origin: this.familyOrigin(answers, family), context };
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

  /** Families of work whose people like, by and large, what this person likes; closest first, none before they said. */
  likedFamilies({ interests }: Answers): SectorId[] {
    const person = interestProfile(interests ?? {});
    if (!person) return [];
    return (Object.keys(SECTORS) as SectorId[])
      .map((familyId) => ({
        familyId,
        fit: interestFit(person, asPercent(this.familyOf({ familyId })?.interests ?? []) ?? []) ?? 0,
      }))
      .filter(({ fit }) => fit >= CLOSE_FROM)
      .sort((a, b) => b.fit - a.fit)
      .map(({ familyId }) => familyId);
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

  /** With own ratings the paths are matched anew; pay is that of the occupation at the person's hours. */
  private againstOccupation(answers: Answers, occupation: Occupation): ScoredAgainst {
    const { skills: given, region, hoursPerWeek } = answers;
    const ratings = given?.occupationSlug === occupation.slug ? given.ratings : {};
    const usual = this.catalogue.elements(occupation.slug);
    const skills = ratedSkills(usual, ratings);
    const own = skills.length > 0 ? ownImportance(usual, skills) : undefined;
    const pay = this.market.payFor(occupation.ukCodes, region);
    const context = {
      ...this.published(),
      interests: asPercent(occupation.interests),
      // Where they work now is known to suit them: only what they asked to avoid counts against staying.
      clashes: this.judge.clashesOf(occupation.code, { ...answers.constraints, travel: 'anywhere' }),
      onShifts: this.judge.hasShiftsToAvoid(occupation.ukCodes[0]?.code, answers.constraints ?? {}),
      ...(pay ? { medianPay: payAtHours(pay, hoursPerWeek).median } : {}),
      ...(skills.length > 0 ? { skills } : {}),
    };
    return { subject: occupation, origin: originOf(this.catalogue, occupation, own), context };
  }

  private published(): Pick<ScoringContext, 'catalogueVersion' | 'exposureOf' | 'percentileOf'> {
    return {
      catalogueVersion: this.catalogue.version,
      exposureOf: this.exposureOf,
      percentileOf: (value) => this.catalogue.percentileOf(value),
    };
  }

  private candidatesFor(answers: Answers, origin: Origin): Pick<ScoringContext, 'candidates' | 'keptAway'> {
    const candidates = this.pool.candidatesFor(answers, origin);
    return {
      candidates,
      keptAway: (isOffered) => this.pool.keptAway(answers, origin, isOffered),
    };
  }

  /** Of who told of their week in the terms of the family: paths of the occupation that their words describe best, else the family's usual ones. */
  private familyOrigin(answers: Answers, family: FamilyOfWork): Origin {
    const found = this.foundFor(answers);
    if (found) return { ...originOf(this.catalogue, found, undefined), fixed: [] };
    return {
      group: undefined,
      record: undefined,
      slug: '',
      jobZone: family.jobZone,
      // A family has no score of its own: its week’s.
      score: family.subject.score ?? occupationScore(family.subject.tasks),
      interval: family.subject.interval,
      usual: [],
      own: [],
      fixed: family.pivots,
    };
  }

  /** The occupation whose usual week stands in for theirs: their own words found it, and they told nothing of a week in the family's terms. */
  private describedBy(answers: Answers, { subject }: FamilyOfWork): Occupation | undefined {
    const toldOfFamily =
      detailOf(answers, subject) !== 'title unknown' || answers.aiUse?.subject === subject.slug;
    return toldOfFamily ? undefined : this.foundFor(answers);
  }

  /** The occupation of their family that their own words describe best. */
  private foundFor({ jobTitle = '', familyId }: Answers): Occupation | undefined {
    const words = workOf(jobTitle);
    if (words === '') return undefined;
    const hits = this.catalogue.search(words, HITS).map(({ slug }) => this.catalogue.bySlug(slug));
    return hits.find((hit) => hit?.sector === familyId);
  }

  private readonly exposureOf = (activity: string): ActivityExposure =>
    this.exposures.get(activity) ?? UNKNOWN_ACTIVITY;
}
