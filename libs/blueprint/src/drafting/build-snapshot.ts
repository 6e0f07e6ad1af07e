import {
  AVOIDANCES,
  isBetweenJobs,
  isOthersSubject,
  MOST_PATHS,
  REGIONS,
  TRAVEL,
  WORK_LEVELS,
  type RankedPath,
} from '@app/assessment';
import { bodyIn, inNation, nationOf, scaleSentence } from '@app/labour-market';
import { inSentence } from '../copy/word-filters.js';
import { withoutEmoji } from '@app/typeset';
import type { BlueprintInputs, PathFacts } from '../snapshot/blueprint-inputs.js';
import type { BlueprintSnapshot, SnapshotPath, SnapshotTask } from '../snapshot/blueprint-snapshot.js';
import type { BlueprintContent } from './blueprint-content.js';
import { sharePrinted } from '../snapshot/own-week.js';
import { takesBeginnersPay } from './beginners-pay.js';
import { chosenPlan } from './chosen-plan.js';
import { emailSummary } from './email-summary.js';
import { employersHere } from './employers-here.js';
import { floorVerdict } from './floor.js';
import { gapsOf } from './gaps.js';
import { nobodysEmployer } from './nobodys-employer.js';
import { payOf } from './pay-part.js';
import { reasonsFor } from './reasons.js';
import { leavingWords } from './leaving-words.js';
import { legalPay } from './legal-pay.js';
import { stepOf } from './trade-steps.js';
import { regulatorOf, routeFacts } from './route-facts.js';

/** Letters of a title that fits a headline, and rows of the chart on page 7. */
const [LONGEST_TITLE, MOST_SKILLS] = [46, 8];

/** Everything the paper will say, worked out once. Pure: equal inputs and content give equal JSON. */
export function buildSnapshot(inputs: BlueprintInputs, content: BlueprintContent): BlueprintSnapshot {
  const { answers, result } = inputs;
  const paths = result.pivots
    .filter(({ kind }) => kind === 'pivot')
    .slice(0, MOST_PATHS)
    .flatMap((ranked) => {
      const facts = inputs.paths.find(({ slug }) => slug === ranked.slug);
      return facts ? [pathOf(inputs, ranked, facts, content)] : [];
    });
  const recommended = result.pivots[0]?.kind === 'pivot' && paths.length > 0 ? 'path' : 'stay';
  const role = withoutEmoji(answers.jobTitle ?? '') || inputs.occupation.title;
  const own = payOf(inputs);
  const belowLaw = own.own?.belowLaw === true;
  const plan = chosenPlan(inputs, { recommended, paths, role, belowLaw }, content);
  const written: Omit<BlueprintSnapshot, 'emailSummary' | 'reasons'> = {
    format: 1,
    brand: inputs.brand,
    order: inputs.order,
    person: {
      name: inputs.customerName,
      role,
      ...(answers.region && { region: REGIONS[answers.region] }),
      ...(answers.level && { level: WORK_LEVELS[answers.level] }),
      ...(result.described !== undefined && { described: true as const }),
      ...(answers.years !== undefined && { years: answers.years }),
    },
    draftedAt: inputs.draftedAt.toISOString(),
    versions: inputs.versions,
    answerLevel: result.level,
    ...(inputs.dataOf !== undefined && { dataOf: inputs.dataOf }),
    ...(inputs.handlesThings && { handlesThings: true as const }),
    occupation: inputs.occupation,
    result: {
      score: result.score,
      interval: result.interval,
      percentile: result.percentile,
      band: result.band,
      comparison: result.comparison,
      ...(result.sureness && { sureness: result.sureness }),
      hoursPerWeek: result.weekHours,
      hoursAssumed: !result.weekHoursGiven,
      tasks: tasksOf(inputs, content),
      waterfall: result.waterfall.map(({ label, points }) => ({ label: withoutEmoji(label), points })),
      levers: result.levers.map((lever) => ({
        from: withoutEmoji(lever.from),
        to: withoutEmoji(lever.to),
        hours: lever.hours,
        before: lever.scoreBefore,
        after: lever.scoreAfter,
      })),
      window: result.window,
      ...(result.windowOf && { windowOf: result.windowOf }),
      strengths: result.strengths.map(withoutEmoji),
      ...(result.interests && { interests: result.interests.person }),
      ...(result.adjustments.length > 0 && { adjustments: result.adjustments }),
      skills: skillsOf(inputs),
    },
    recommended,
    paths,
    ...(result.keptAway && paths.length < MOST_PATHS && { keptAway: result.keptAway }),
    ...(result.noGain && paths.length < MOST_PATHS && { noGain: result.noGain }),
    ...(inputs.ownEmployers &&
      paths.length < MOST_PATHS && { ownEmployers: employersHere(inputs.ownEmployers, answers.region) }),
    ...(inputs.gaveWay && { gaveWay: inputs.gaveWay }),
    ...(inputs.steps.length > 0 && { steps: inputs.steps.map(stepOf) }),
    ...heldOf(content.proofs.heldBy(inputs.ownGroup ?? '')),
    limits: limitsOf(inputs),
    pay: {
      now: inputs.payNow,
      ...own,
      // Where more is said of their own scale, the page has no room for others.
      ...(own.own?.scaleNote === undefined &&
        inputs.payScales.length > 0 && { scales: inputs.payScales.map(scaleSentence) }),
      ...(inputs.leaving.length > 0 && { leaving: leavingWords(inputs) }),
    },
    ...plan,
    sources: inputs.sources,
  };
  const { held, learning, steps } = written;
  const draft = isBetweenJobs(answers)
    ? {
        ...written,
        ...(held && { held: nobodysEmployer(held) }),
        ...(steps && { steps: nobodysEmployer(steps) }),
        learning: nobodysEmployer(learning),
        plan: nobodysEmployer(written.plan),
        paths: nobodysEmployer(paths),
      }
    : written;
  const reasons = reasonsFor(draft);
  return { ...draft, reasons, emailSummary: emailSummary({ ...draft, reasons }) };
}

/** Those the person rated, furthest from the usual first; without ratings, what the role needs most. Names once each. */
function skillsOf({ result, elements }: BlueprintInputs): BlueprintSnapshot['result']['skills'] {
  const rated = [...(result.skills ?? [])]
    .sort((a, b) => Math.abs(b.rating - b.usual) - Math.abs(a.rating - a.usual))
    .map(({ name, rating, usual }) => ({ name, you: rating, role: usual, rated: true }));
  const usual = [...elements]
    .sort((a, b) => b.importance - a.importance)
    .map(({ name, importance }) => ({ name, you: importance, role: importance, rated: false }));
  return (rated.length > 0 ? rated : usual)
    .filter((one, index, all) => all.findIndex(({ name }) => name === one.name) === index)
    .slice(0, MOST_SKILLS);
}

const ownRatings = ({ result }: BlueprintInputs): Readonly<Record<string, number>> =>
  Object.fromEntries((result.skills ?? []).map(({ id, rating }) => [id, rating]));

const heldOf = (held: BlueprintSnapshot['held']): Pick<BlueprintSnapshot, 'held'> => (held ? { held } : {});
const proofOf = (shows: string | undefined): Pick<SnapshotTask, 'proof'> => (shows ? { proof: shows } : {});

const tasksOf = ({ result, activities }: BlueprintInputs, { proofs }: BlueprintContent): SnapshotTask[] =>
  [...result.rows]
    .map(({ taskId, name, share, stated, typicalShare, exposure, exposureIn5Years, tools }) => ({
      ...proofOf(proofs.of(activities[taskId] ?? taskId)),
      id: taskId,
      name: withoutEmoji(name) || 'A task of your own',
      share,
      typicalShare,
      ...(stated !== undefined && { told: stated }),
      exposure,
      exposureIn5Years,
      tools,
    }))
    .sort(
      (a, b) =>
        sharePrinted(b) - sharePrinted(a) ||
        b.share - a.share ||
        b.exposure - a.exposure ||
        (a.id < b.id ? -1 : 1),
    );

function pathOf(
  inputs: BlueprintInputs,
  ranked: RankedPath,
  facts: PathFacts,
  content: BlueprintContent,
): SnapshotPath {
  const entry = entryOf(inputs, ranked, facts, content);
  const asked = facts.elements.filter((element) => !isOthersSubject(facts.unitGroup, element));
  const gaps = gapsOf(inputs.elements, asked, ranked.need, ownRatings(inputs));
  const beyond = (facts.route?.route.cost.from ?? 0) - (inputs.answers.constraints?.budget ?? Infinity);
  const apart = entry.entry.employing;
  const floor = floorVerdict(
    { pay: facts.pay, ...entry },
    inputs.answers.constraints?.lowestPay,
    facts.route?.route,
    legalPay(inputs)?.least,
  );
  return {
    slug: ranked.slug,
    title: ranked.title.length <= LONGEST_TITLE ? ranked.title : content.titles.of(ranked.slug, ranked.title),
    fullTitle: ranked.title,
    matchPercent: ranked.matchPercent,
    relation: ranked.relation === 'adjacent' ? 'adjacent' : 'cross-domain',
    direction: ranked.direction,
    score: ranked.score,
    interval: facts.interval,
    percentile: facts.percentile,
    have: ranked.have.filter((name) => !gaps.some((gap) => gap.name === name && !gap.met)),
    need: ranked.need,
    gaps,
    why: ranked.reasons,
    ...entry,
    pay: facts.pay,
    ...(facts.sameScale && { sameScale: facts.sameScale }),
    ...(floor && { floor }),
    ...(beyond > 0 && { beyondBudget: beyond }),
    ...employersHere(apart ? { employers: [], employing: apart } : facts, inputs.answers.region),
    ...(facts.checks && { checks: facts.checks }),
  };
}

/** Our route for the title where there is one, else the route into its unit group; the facts of that group beside either. */
function entryOf(
  { answers, ownRoute }: BlueprintInputs,
  { slug: ownSlug, entryRoute }: RankedPath,
  facts: PathFacts,
  { routes }: BlueprintContent,
): Pick<SnapshotPath, 'entry' | 'route'> {
  const { jobZone, route, withoutOwnRoute } = facts;
  const slug = withoutOwnRoute ? '' : ownSlug;
  if (!route) return { entry: routes.of(slug, jobZone, entryRoute) };
  const nation = nationOf(answers.region);
  const regulator = regulatorOf(route.route, nation);
  const { qualification, firstJob } = route.route;
  const words = {
    ...route.route,
    qualification: inNation(qualification, nation),
    firstJob: inNation(firstJob, nation),
    ...(regulator !== undefined && { regulator }),
  };
  const entry = routes.of(slug, jobZone, entryRoute, route.untold ? undefined : words);
  const { checkWith } = entry;
  return {
    entry: { ...entry, ...(checkWith !== undefined && { checkWith: bodyIn(checkWith, nation) }) },
    route: routeFacts(route, nation, {
      own: ownRoute?.route,
      budget: answers.constraints?.budget,
      beginners: takesBeginnersPay(answers, facts),
    }),
  };
}

function limitsOf({ answers: { constraints = {} } }: BlueprintInputs): BlueprintSnapshot['limits'] {
  const { lowestPay, monthsToTrain, budget, travel, avoid = [] } = constraints;
  return {
    ...(lowestPay !== undefined && { lowestPay }),
    ...(monthsToTrain !== undefined && { monthsToTrain }),
    ...(budget !== undefined && { budget }),
    ...(travel && { travel: inSentence(TRAVEL[travel]) }),
    avoid: avoid.map((one) => inSentence(AVOIDANCES[one])),
  };
}
