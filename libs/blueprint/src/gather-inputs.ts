import {
  type Answers,
  type CompletedAssessment,
  isBetweenJobs,
  isSelfEmployed,
  MOST_PATHS,
} from '@app/assessment';
import {
  aiGuideFor,
  type Entrant,
  type FundedWay,
  fundsByStanding,
  freeOutOfWork,
  type LabourMarket,
  type Leaver,
  leavingTerms,
  minimumWageOn,
  nationOf,
  type PayBands,
  partOfFullTime,
  payAtHours,
  publicBodiesOf,
  type Route,
  type ScaleOfGroup,
  type Standing,
  type TradeStep,
} from '@app/labour-market';
import type { Catalogue, Occupation, OccupationReport } from '@app/occupations';
import { inSentence } from './copy/word-filters.js';
import { activitiesOf } from './drafting/activities-of.js';
import { payScalesOf, sameScale } from './drafting/scales-of.js';
import { ownWork } from './drafting/own-work.js';
import { elementsOf, familyOf, occupationOf } from './gather-occupation.js';
import { thatGivesWay, without } from './drafting/gives-way.js';
import { fittingSteps, MOST_STEPS, STEPS_BESIDE_PATHS, stepsBeside } from './drafting/trade-steps.js';
import type { BlueprintInputs, PathFacts } from './snapshot/blueprint-inputs.js';
import type { KnownRoute } from './snapshot/known-route.js';
import type { BlueprintSnapshot, SnapshotPay } from './snapshot/blueprint-snapshot.js';

export interface GatherRequest {
  readonly brand: BlueprintSnapshot['brand'];
  readonly order: BlueprintSnapshot['order'];
  readonly customerName: string;
  readonly draftedAt: Date;
  readonly templateVersion: string;
  readonly assessment: CompletedAssessment;
  /** Its paths are those that a reviewer chose: none of them gives way. */
  readonly chosen?: boolean;
}

/** Page 13 has room for so many; fewer where the data hold fewer. */
const EMPLOYERS_A_PATH = 3;

/** Fetches from the catalogue and the labour market what a snapshot needs. Reads only; takes nothing from the clock. */
export function gatherInputs(
  request: GatherRequest,
  catalogue: Catalogue,
  market: LabourMarket,
): BlueprintInputs {
  const { answers, result: ranked } = request.assessment;
  const report = ranked.slug ? catalogue.report(ranked.slug) : undefined;
  const steps = report ? stepsOf(report, request.assessment, market) : [];
  const third = request.chosen ? undefined : thatGivesWay(ranked, steps.length);
  const result = third ? without(ranked, third) : ranked;
  const ownLearning = report && market.learningFor(report.occupation.ukCodes);
  const targets = result.pivots.flatMap((path) =>
    path.kind === 'pivot' ? (catalogue.bySlug(path.slug) ?? []) : [],
  );
  const isFull = targets.length >= MOST_PATHS;
  const ownRoute = report && known(market.routeInto(report.occupation.ukCodes, report.slug), catalogue);
  const entrant = entrantOf(answers, report);
  const guide = report && aiGuideFor(report.occupation.ukCodes[0]?.code ?? '', nationOf(answers.region));
  return {
    brand: request.brand,
    order: request.order,
    customerName: request.customerName,
    draftedAt: request.draftedAt,
    versions: {
      template: request.templateVersion,
      catalogue: result.catalogueVersion,
      model: result.modelVersion,
    },
    answers,
    result,
    occupation: report ? occupationOf(report) : familyOf(request.assessment, catalogue),
    sources: report ? report.sources : [...catalogue.dataset.sources.values()].slice(0, 8),
    elements: elementsOf(request.assessment, catalogue),
    paths: targets.map((target) => ({
      ...pathFacts(target, catalogue, market, answers, entrant),
      ...sameScale(report?.code, target.code, market),
    })),
    ...(ownLearning && { ownLearning }),
    ...(ownRoute && { ownRoute }),
    ...(report && { ownGroup: report.occupation.ukCodes[0]?.code ?? '' }),
    activities: activitiesOf(report?.occupation, answers),
    ...(report &&
      // With a path too few the paper says who employs people in their own work; staying is one of the options.
      !isFull && {
        ownEmployers: employersOf(report.occupation, market, answers.region),
      }),
    ...(third && {
      gaveWay: { slug: third.slug, title: third.title, matchPercent: third.matchPercent },
    }),
    ...(guide && { aiGuide: guide }),
    steps: stepsBeside(targets, steps).slice(0, isFull ? STEPS_BESIDE_PATHS : MOST_STEPS),
    payNow: report ? payOf(market.payFor(report.occupation.ukCodes, answers.region), answers) : null,
    payScales: payScalesOf([report?.code, ...targets.map(({ code }) => code)], market),
    ...ownWork(report, answers, catalogue, market),
    leaving: leavingTerms({
      working: isBetweenJobs(answers)
        ? 'between jobs'
        : isSelfEmployed(answers)
          ? 'self-employed'
          : 'employed',
      nation: nationOf(answers.region),
      ...leaverScale(market.payScaleOf(report?.code)),
      years: answers.years,
      mayHoldShares: answers.payBand === '85-plus',
      mayHaveBenefits: answers.payBand === 'under-20' || answers.payBand === '20-25',
      title: entrant.title,
      group: entrant.ownGroup,
      hoursPerWeek: answers.hoursPerWeek,
    }),
    minimumWage: minimumWageOn(request.draftedAt.toISOString().slice(0, 10), nationOf(answers.region)),
  };
}

/** The steps inside their own trade that fit them, by their title and the tasks of their week. */
const stepsOf = (
  { occupation }: OccupationReport,
  { answers, result }: CompletedAssessment,
  market: LabourMarket,
): TradeStep[] =>
  fittingSteps(market.stepsIn(occupation.ukCodes)?.steps ?? [], answers, {
    title: occupation.title,
    tasks: result.rows.filter(({ stated }) => stated !== 0).map(({ name }) => name),
  });

const pathFacts = (
  target: Occupation,
  catalogue: Catalogue,
  market: LabourMarket,
  answers: Answers,
  entrant: Entrant,
): PathFacts => ({
  slug: target.slug,
  unitGroup: target.ukCodes[0]?.code ?? '',
  elements: catalogue.elements(target.slug),
  jobZone: target.jobZone,
  percentile: target.percentile,
  interval: target.interval,
  pay: payOf(market.payFor(target.ukCodes, answers.region), answers),
  ...employersOf(target, market, answers.region),
  ...routeInto(target, catalogue, market, entrant, fundsByStanding(standingIn(answers))),
  ...learningOf(target, market, entrant),
});

const learningOf = (
  { ukCodes, slug }: Occupation,
  market: LabourMarket,
  { outOfWork, region }: Entrant,
): Pick<PathFacts, 'learning'> => {
  const found = market.learningFor(ukCodes, slug);
  const learning = found && outOfWork ? freeOutOfWork(found, nationOf(region)) : found;
  return learning ? { learning } : {};
};

function employersOf(
  { ukCodes, slug }: Occupation,
  market: LabourMarket,
  region: string | undefined,
): Pick<PathFacts, 'employers' | 'employing'> {
  const nearby = market.employersFor(ukCodes, region, EMPLOYERS_A_PATH, slug);
  if (!nearby) return { employers: [] };
  const { employers, ...words } = nearby;
  const most = publicBodiesOf(ukCodes[0]?.code ?? '', nationOf(region));
  return { employers, employing: { ...words, ...(most !== undefined && { most }) } };
}

/** Who they are to a way in: where they come from and live, whether they have work, the hours and months they have. */
const entrantOf = (answers: Answers, report: OccupationReport | undefined): Entrant => ({
  ownGroup: report?.occupation.ukCodes[0]?.code,
  title: `${answers.jobTitle ?? ''} ${report?.occupation.title ?? ''}`.trim(),
  region: answers.region,
  outOfWork: isBetweenJobs(answers),
  hoursPerWeek: answers.hoursPerWeek,
  monthsToTrain: answers.constraints?.monthsToTrain,
});

/** Below it most courses are free somewhere; who has no work is told of other ways. */
const LOW_PAID: readonly (Answers['payBand'] | undefined)[] = ['under-20', '20-25'];

const standingIn = (answers: Answers): Standing => ({
  region: answers.region,
  isLowPaid: LOW_PAID.includes(answers.payBand) && !isBetweenJobs(answers),
  isSelfEmployed: isSelfEmployed(answers),
});

/** The way into a path for this person; a nearer way than the usual one stands in place of the words written for the title. */
function routeInto(
  { ukCodes, slug }: Occupation,
  catalogue: Catalogue,
  market: LabourMarket,
  entrant: Entrant,
  anyCourse: readonly FundedWay[],
): Pick<PathFacts, 'route' | 'withoutOwnRoute'> {
  const route = market.routeFor(ukCodes, slug, entrant);
  if (!route) return {};
  const others = anyCourse.filter((way) => !route.funded.some((one) => one.way.includes(way.way)));
  return {
    route: known({ ...route, funded: [...route.funded, ...others] }, catalogue),
    ...(route.isFrom !== undefined && { withoutOwnRoute: true }),
  };
}

function known(route: Route, catalogue: Catalogue): KnownRoute;
function known(route: Route | undefined, catalogue: Catalogue): KnownRoute | undefined;
function known(route: Route | undefined, { dataset }: Catalogue): KnownRoute | undefined {
  const records = route?.apprenticeships.flatMap((reference) => dataset.apprenticeships.get(reference) ?? []);
  return route && { route, apprenticeships: records ?? [] };
}

/** A scale that only some of a group are on says nothing of a person in it. */
const leaverScale = (found: ScaleOfGroup | undefined): Pick<Leaver, 'scale' | 'scaleIsUsual'> => ({
  scale: found?.group.share === 'some' ? undefined : found?.id,
  scaleIsUsual: found?.group.share === 'most',
});

/** Published points only, brought down to the hours of the person, with the group and area they are of. */
export function payOf(
  published: PayBands | null,
  { hoursPerWeek }: Pick<Answers, 'hoursPerWeek'>,
): SnapshotPay | null {
  if (!published) return null;
  const { p10, p25, median, p75, p90, name, level, code, region } = payAtHours(published, hoursPerWeek);
  const group = name ?? `${level} ${code}`;
  return {
    ...(p10 !== null && { p10 }),
    ...(p25 !== null && { p25 }),
    median,
    ...(p75 !== null && { p75 }),
    ...(p90 !== null && { p90 }),
    ...(partOfFullTime(hoursPerWeek) < 1 && { hours: hoursPerWeek }),
    basis: `${inSentence(group)}, ${region?.name ?? 'UK'}`,
  };
}
