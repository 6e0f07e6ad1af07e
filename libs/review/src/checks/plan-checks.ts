import type { CheckFacts } from './check-facts.js';
import { amber, check, type Check, type Fault, green, red } from './finding.js';

const ANEW = 'Return the draft, so that the plan is made anew within what the person said.';

/** The plan keeps to the person's hours and money, and its weeks follow each other. */
export const plan: Check = check('plan', 'Plan within their hours and money', (facts) => {
  const { plan: ninety, learning, limits } = facts.snapshot;
  const faults: Fault[] = [
    ...limitFaults(facts),
    ...ninety.weeks.flatMap(({ week, actions }): Fault[] => {
      const hours = actions.reduce((sum, action) => sum + action.hours, 0);
      return hours > ninety.hoursPerWeek + 0.05
        ? [{ page: 14, words: `week ${week} asks for ${hours} hours; they have ${ninety.hoursPerWeek}` }]
        : [];
    }),
    ...ninety.weeks.flatMap(({ week, from }, index): Fault[] => {
      const before = ninety.weeks[index - 1];
      return before && from <= before.to
        ? [{ page: 14, words: `week ${week} begins before week ${week - 1} ends` }]
        : [];
    }),
    ...learning.flatMap(({ name, steps }): Fault[] =>
      limits.budget === 0 &&
      ninety.weeks.some(({ actions }) => actions.some(({ text }) => paidIn(steps, text)))
        ? [{ page: 14, words: `a step of “${name}” costs money, and they have none` }]
        : [],
    ),
  ];
  return faults.length > 0
    ? red(faults, ANEW)
    : green(`Every week keeps to ${ninety.hoursPerWeek} hours, and the limits are those they gave.`);
});

const paidIn = (steps: readonly { do: string; cost: string }[], text: string): boolean =>
  steps.some((step) => step.cost === 'paid' && text.includes(step.do));

/** The limits in the draft are the person's own. */
function limitFaults({ answers, snapshot: { limits, plan: ninety } }: CheckFacts): Fault[] {
  if (answers === null) return [];
  const said = answers.constraints ?? {};
  return [
    ...(limits.lowestPay === said.lowestPay
      ? []
      : [{ page: 13, words: 'the lowest pay is not the one they named' }]),
    ...(limits.budget === said.budget ? [] : [{ page: 14, words: 'the budget is not the one they named' }]),
    ...(limits.monthsToTrain === said.monthsToTrain
      ? []
      : [{ page: 8, words: 'the months to train are not those they named' }]),
    ...(ninety.hoursAssumed || ninety.hoursPerWeek <= (said.hoursPerWeekForLearning ?? 0)
      ? []
      : [
          {
            page: 14,
            words: `${ninety.hoursPerWeek} hours a week are planned; they said ${said.hoursPerWeekForLearning ?? 'nothing'}`,
          },
        ]),
  ];
}

/** Whether the plan can still begin when it says. */
export const planDates: Check = check('plan-dates', 'Plan still ahead', ({ snapshot, today }) =>
  snapshot.plan.start < today
    ? amber(
        { page: 14, words: `the plan begins on ${snapshot.plan.start}, before today` },
        'May it go out with a week that has passed, or should a new draft be made?',
      )
    : green(`The plan begins on ${snapshot.plan.start}.`),
);

/** Advice that is right by the figures and may still be wrong for the person. */
export const advice: Check = check('advice', 'Advice within their limits', ({ snapshot }) => {
  const { recommended, paths, limits } = snapshot;
  const [path] = paths;
  if (recommended !== 'path' || !path)
    return green('The advice is to stay and reshape, so it asks for no limit.');
  const faults: Fault[] = [
    ...(limits.lowestPay !== undefined && path.pay?.median !== undefined && path.pay.median < limits.lowestPay
      ? [{ page: 9, words: `half of the people in ${path.title} earn less than the person needs` }]
      : []),
    ...(path.direction === 'more exposed'
      ? [{ page: 9, words: `${path.title} is more exposed than their work now` }]
      : []),
  ];
  return faults.length > 0
    ? amber(faults, 'Is this path right for this person all the same? Say why, or choose another.')
    : green(`${path.title} keeps to their lowest pay and is not more exposed.`);
});
