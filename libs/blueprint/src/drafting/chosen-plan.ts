import { isBetweenJobs, isSelfEmployed } from '@app/assessment';
import { leastByLaw, type Nation, nationOf } from '@app/labour-market';
import { withoutEmoji } from '@app/typeset';
import { inSentence } from '../copy/word-filters.js';
import type { LearningLibrary } from '../plan/learning-library.js';
import { ninetyDays, USUAL_HOURS } from '../plan/ninety-days.js';
import type { PlanKind } from '../plan/plan-content.js';
import { SEARCH_STEPS } from '../plan/search-steps.js';
import type { BlueprintInputs, PathFacts } from '../snapshot/blueprint-inputs.js';
import type { BlueprintSnapshot, SnapshotLearning, SnapshotPath } from '../snapshot/blueprint-snapshot.js';
import type { BlueprintContent } from './blueprint-content.js';
import { groupLessons } from './group-lessons.js';
import { learningFor } from './learning-of.js';
import { ownScaleOf } from './scales-of.js';
import { planRoute } from './plan-route.js';
import { exposedTask, keptTask, standingOf } from './plan-words.js';
import { stepPage } from './trade-steps.js';
import { takesBeginnersPay } from './beginners-pay.js';

interface Chosen {
  readonly recommended: 'stay' | 'path';
  readonly paths: readonly SnapshotPath[];
  readonly role: string;
  /** Their pay band lies under what the law asks for their hours. */
  readonly belowLaw?: boolean;
}

/** Most lessons page 12 has room for; who has little time a week is given one less. */
const MOST_LESSONS = 4;
const LITTLE_TIME = 4;

/** What to learn and when, for the plan that was chosen: the way into the target and its real gaps, or the reshaped week. */
export function chosenPlan(
  inputs: BlueprintInputs,
  chosen: Chosen,
  content: BlueprintContent,
): Pick<BlueprintSnapshot, 'learning' | 'plan'> {
  const kind = chosen.recommended === 'path' ? 'move' : 'stay';
  const { hoursPerWeekForLearning, budget } = inputs.answers.constraints ?? {};
  const words = planWords(inputs, chosen, content);
  const learning = lessonsOf(kind, inputs, chosen, content.plan.lessonsFor(kind, words), content.learning);
  const entry = chosen.paths[0]?.entry;
  const planWith = (proof: number | null): BlueprintSnapshot['plan'] =>
    ninetyDays(
      {
        draftedAt: inputs.draftedAt,
        kind,
        ...(hoursPerWeekForLearning !== undefined && { hoursPerWeek: hoursPerWeekForLearning }),
        ...(budget !== undefined && { budget }),
        learning,
        test: entry
          ? { steps: entry.firstTest, hours: entry.testHours }
          : { steps: SEARCH_STEPS, hours: SEARCH_HOURS },
        words: {
          ...words,
          learn: learning[0] ? inSentence(learning[0].name) : 'what is new to you',
          proof_lesson: proof,
        },
      },
      content.plan,
    );
  // What is learnt by the week of the proof follows from the weeks themselves; its number changes no week.
  const first = planWith(1);
  const proof = proofLesson(learning, first);
  return { learning, plan: proof === 1 ? first : planWith(proof) };
}

/**
 * Those of the plan and those of the target's unit group: for a move its papers, then what its work asks; for who stays the reshaped week, then
 * plan B. The list of their own group is for newcomers to it, so it only tells what they are past. Gaps of the target fill what is left.
 */
function lessonsOf(
  kind: PlanKind,
  inputs: BlueprintInputs,
  { paths }: Chosen,
  ofPlan: readonly SnapshotLearning[],
  library: LearningLibrary,
): SnapshotLearning[] {
  const target = inputs.paths.find(({ slug }) => slug === paths[0]?.slug);
  const { budget, hoursPerWeekForLearning = USUAL_HOURS, avoid = [] } = inputs.answers.constraints ?? {};
  const asked =
    target?.learning && !paths[0]?.entry.employing
      ? groupLessons(
          target.unitGroup,
          target.learning,
          inputs.ownLearning,
          inputs.ownGroup ?? '',
          budget,
          nationOf(inputs.answers.region),
        ).filter((lesson) => !avoid.includes('exams') || !isExamined(lesson))
      : [];
  const before = kind === 'move' ? 1 : ofPlan.length;
  return [
    ...ofPlan.slice(0, before),
    ...asked,
    ...ofPlan.slice(before),
    ...(kind === 'move' ? learningFor(paths[0]?.gaps ?? [], library) : []),
  ]
    .slice(0, hoursPerWeekForLearning < LITTLE_TIME ? MOST_LESSONS - 1 : MOST_LESSONS)
    .map((lesson, place) => ({ ...lesson, importance: SOONEST - place, gap: SOONEST - place }));
}

/** A course that ends in a formal exam, by its name and its proof: none for who asked to avoid them. */
const isExamined = ({ proof, providers }: SnapshotLearning): boolean =>
  /diploma|examination|\bexams?\b|Office Specialist|certificate in |qualification/i.test(
    `${proof} ${providers}`,
  );

/** A lesson with less than this left, in hours, is learnt. */
const LEARNT = 0.25;

/**
 * The lesson, from 1, whose proof can be finished when the plan says so: the shortest course that is through by that week, else the last other
 * lesson that is. Null when none is: then no proof is asked for.
 */
function proofLesson(
  learning: readonly SnapshotLearning[],
  { weeks }: BlueprintSnapshot['plan'],
): number | null {
  const at = weeks.findIndex(({ actions }) => actions.some(({ text }) => PROOF.test(text)));
  const until = weeks.slice(0, at + 1).flatMap(({ actions }) => actions);
  const through = learning.flatMap(({ course, hours }, index) => {
    const begins = new RegExp(`^Lesson ${index + 1}\\b`);
    const spent = until.reduce((sum, { text, hours: of }) => sum + (begins.test(text) ? of : 0), 0);
    return hours - spent < LEARNT ? [{ number: index + 1, isCourse: course !== undefined, hours }] : [];
  });
  const [shortest] = through.filter(({ isCourse }) => isCourse).sort((a, b) => a.hours - b.hours);
  return (shortest ?? through.at(-1))?.number ?? null;
}
const PROOF = /^Finish the proof/;

/** How soon the plan needs what comes first; each after it a point later. */
const SOONEST = 5;

/** What `plan.yaml` may say. */
function planWords(inputs: BlueprintInputs, chosen: Chosen, content: BlueprintContent): object {
  const { result, answers } = inputs;
  const { paths, role } = chosen;
  const [first, second] = paths;
  const nation = nationOf(answers.region);
  const facts = inputs.paths.find(({ slug }) => slug === first?.slug);
  const beginners = facts === undefined || takesBeginnersPay(inputs.answers, facts);
  const betweenJobs = isBetweenJobs(answers);
  const hours = answers.constraints?.hoursPerWeekForLearning ?? USUAL_HOURS;
  // The lever of a family of work is that of its average, which nobody's week is; who has no job has no week to change, and a low score needs none.
  const needsNone = result.level === 'title unknown' || betweenJobs || Math.round(result.score) < LOW_BELOW;
  const lever = needsNone ? undefined : result.levers[0];
  const words = {
    role,
    path: first ? inSentence(first.title) : 'another role',
    has_path: first !== undefined,
    near: first?.relation === 'adjacent',
    second: second ? inSentence(second.title) : null,
    lever: lever ? { from: withoutEmoji(lever.from), to: withoutEmoji(lever.to), hours: lever.hours } : null,
    ...keptTask(inputs),
    ...standingOf(inputs.ownGroup),
    // What to say of a step is said to a manager: who has none asks nobody for it.
    step: betweenJobs ? null : (inputs.steps[0] ?? null),
    step_page: stepPage(paths.length),
    untitled: result.level === 'title unknown',
    on_scale: ownScaleOf(inputs) !== undefined,
    data_of: inputs.dataOf ?? null,
    least: leastOf(inputs) ?? null,
    claim: content.plan.claimIn(nation),
    ...applicationsIn(hours),
    free_course: betweenJobs ? freeCourse(facts, nation) : null,
    self_employed: isSelfEmployed(answers),
    between_jobs: betweenJobs,
    below_law: chosen.belowLaw === true,
    legal_rate: inputs.minimumWage.adult.toFixed(2),
    ...exposedTask(inputs),
    employer: first?.employers[0]?.name.replace(/[ ,]+(Limited|Ltd|LLP|plc)\.?$/i, '') ?? null,
    advice: content.plan.adviceIn(inputs.withoutAdvice ? undefined : nation),
    guide: inputs.aiGuide ?? null,
    beginners,
    // One reading of advertisements is enough: the test has it.
    test_reads: first?.entry.firstTest.some((step) => READS.test(step)) ?? false,
    ...planRoute(facts?.route, nation, beginners, inputs.ownRoute?.route),
  };
  return { ...words, staying: content.plan.stayingIn(words) };
}

const READS = /\badvert|\bvacanc/i;

/** Below this a score is called low. */
const LOW_BELOW = 35;

/** What so many hours a week are enough for, and the hours of it; the rest is for tests and lessons. */
const APPLICATIONS = [
  [8, 'five applications', 4],
  [5, 'three applications', 2.5],
  [3, 'two applications', 1.5],
  [0, 'one application', 0.5],
] as const;

function applicationsIn(hours: number): { applications: string; application_hours: string } {
  const [, applications, spent] = APPLICATIONS.find(([from]) => hours >= from) ?? APPLICATIONS[3];
  return { applications, application_hours: String(spent) };
}

/** The course of the target that a scheme of their nation gives free to who is out of work: its places go early. */
function freeCourse(
  facts: PathFacts | undefined,
  nation: Nation | undefined,
): { by: string; course: string } | null {
  const item = facts?.learning?.first.find(
    ({ outOfWork }) => nation !== undefined && outOfWork?.nations.includes(nation),
  );
  return item?.outOfWork ? { by: item.outOfWork.by, course: item.with.name } : null;
}

/** What a post has to pay somebody a year: what they need, or what the law asks for their hours where that is more. */
function leastOf({ answers, minimumWage }: BlueprintInputs): number | undefined {
  const { hoursPerWeek, constraints } = answers;
  const law = hoursPerWeek === undefined ? 0 : leastByLaw(hoursPerWeek, minimumWage);
  const least = Math.max(constraints?.lowestPay ?? 0, law);
  return least > 0 ? least : undefined;
}

const SEARCH_HOURS = 3;
