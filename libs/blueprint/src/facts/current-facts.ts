import { type GroupLearning, nationOf, type Route } from '@app/labour-market';
import type { BlueprintContent } from '../drafting/blueprint-content.js';
import { courseWords } from '../drafting/group-lessons.js';
import type { BlueprintInputs, PathFacts } from '../snapshot/blueprint-inputs.js';
import type {
  BlueprintSnapshot,
  IsoDate,
  SnapshotLearning,
  SnapshotPath,
} from '../snapshot/blueprint-snapshot.js';
import type { FactStatusOf } from './fact-statuses.js';
import {
  apprenticeshipFact,
  courseFact,
  employerFact,
  employingFact,
  fundingFact,
  fundingHereFact,
  groupRouteFact,
  HELP_NUMBER,
  helpFact,
  ownRouteFact,
  providerFact,
  registerFact,
  type SaidFact,
  scaleFact,
  guideFact,
  stepFact,
  termsFact,
  toolFact,
  wageFact,
} from './said-fact.js';

/** What a draft may say of the world outside: facts that are gone or long overdue are left out, and each that is said is counted once. */
export class CurrentFacts {
  private readonly said = new Map<string, IsoDate | undefined>();
  /** What a lesson may name, by the words it uses. */
  private readonly courses = new Map<string, SaidFact>();

  constructor(
    private readonly content: BlueprintContent,
    private readonly statusOf: FactStatusOf,
  ) {}

  /** The inputs without what is not said any more, and with the days of the checks. */
  inputs(inputs: BlueprintInputs): BlueprintInputs {
    const { aiGuide, ...known } = inputs;
    const { result, minimumWage, answers } = known;
    this.says(wageFact(minimumWage));
    for (const number of minimumWage.turnTo.match(HELP_NUMBER) ?? []) this.says(helpFact(number));
    const advice = this.content.plan.adviceIn(nationOf(answers.region)).match(HELP_NUMBER) ?? [];
    return {
      ...known,
      ...(aiGuide && this.says(guideFact(aiGuide)) && { aiGuide }),
      result: {
        ...result,
        rows: result.rows.map((row) => ({
          ...row,
          tools: row.tools.flatMap((tool) => {
            const fact = toolFact(tool.name);
            return this.says(fact) ? [{ ...tool, ...this.dayOf(fact) }] : [];
          }),
        })),
      },
      steps: inputs.steps.flatMap((step) => {
        const fact = stepFact(inputs.ownGroup ?? '', step);
        return this.says(fact) ? [{ ...step, ...this.dayOf(fact) }] : [];
      }),
      payScales: inputs.payScales.filter(({ id, scale }) => this.says(scaleFact(id, scale))),
      leaving: inputs.leaving.filter((term) => this.says(termsFact(term))),
      paths: inputs.paths.map((path) => this.path(path)),
      ...(inputs.ownEmployers && {
        ownEmployers: this.employers(inputs.ownEmployers, inputs.ownGroup ?? ''),
      }),
      ...(!advice.map((number) => this.says(helpFact(number))).every(Boolean) && { withoutAdvice: true }),
    };
  }

  /** The draft with general words in place of providers that are not named any more, and how much of it somebody has checked. */
  snapshot(snapshot: BlueprintSnapshot): BlueprintSnapshot {
    const learning = snapshot.learning.map((lesson) => this.lesson(lesson));
    const goneHelp = this.content.helpNumbers.filter((number) => !this.says(helpFact(number)));
    const days = [...this.said.values()].filter((day) => day !== undefined).sort();
    const last = days.at(-1);
    return {
      ...snapshot,
      learning,
      evidence: { said: this.said.size, checked: days.length, ...(last && { last }), goneHelp },
    };
  }

  private employers(
    { employers, employing }: Pick<PathFacts, 'employers' | 'employing'>,
    unitGroup: string,
  ): Pick<PathFacts, 'employers' | 'employing'> {
    return {
      employers: this.named(employers),
      ...(employing && this.says(employingFact(unitGroup, employing)) && { employing: wordsOf(employing) }),
    };
  }

  /** Those that are still said to be what they are named for. */
  private named(employers: PathFacts['employers']): PathFacts['employers'] {
    return employers.flatMap(({ said, ...employer }) =>
      said === undefined || this.says(employerFact(said)) ? [employer] : [],
    );
  }

  private path(path: PathFacts): PathFacts {
    const { employing, route, unitGroup } = path;
    // Who comes from near has another way in than the one written for all.
    const own = path.withoutOwnRoute ? undefined : this.content.routes.written(path.slug);
    const ownFact = own === undefined ? undefined : ownRouteFact(path.slug, own);
    const { employing: _employing, route: _route, learning, ...rest } = path;
    const isOwn = ownFact !== undefined && this.says(ownFact);
    const known = route && this.route(route.route, unitGroup, isOwn, route);
    const employer = employing && employingFact(unitGroup, employing);
    return {
      ...rest,
      employers: this.named(path.employers),
      ...(learning && { learning: this.given(learning) }),
      ...(employing && employer && this.says(employer) && { employing: wordsOf(employing) }),
      ...(known && { route: known }),
      ...(ownFact && !isOwn && { withoutOwnRoute: true }),
      checks: this.checksOf({ ownFact: isOwn ? ownFact : undefined, employer, known, unitGroup }),
    };
  }

  /** What law and money ask stays said even where the words of the way in do not: nobody may be sent into work without its licence. */
  private route(
    route: Route,
    unitGroup: string,
    isOwn: boolean,
    known: NonNullable<PathFacts['route']>,
  ): NonNullable<PathFacts['route']> {
    for (const register of route.registers) this.says(registerFact(register));
    const isTold = isOwn || this.says(groupRouteFact(unitGroup, route));
    return {
      route: {
        ...route,
        funded: route.funded.flatMap(({ here, ...way }) =>
          this.says(fundingFact(way))
            ? [{ ...way, ...(here !== undefined && this.says(fundingHereFact(way, here)) && { here }) }]
            : [],
        ),
      },
      apprenticeships: known.apprenticeships.filter((one) => this.says(apprenticeshipFact(one))),
      ...(!isTold && { untold: true }),
    };
  }

  private checksOf(of: {
    readonly ownFact: SaidFact | undefined;
    readonly employer: SaidFact | undefined;
    readonly known: PathFacts['route'];
    readonly unitGroup: string;
  }): NonNullable<SnapshotPath['checks']> {
    const { ownFact, employer, known, unitGroup } = of;
    const words = ownFact ?? (known && !known.untold ? groupRouteFact(unitGroup, known.route) : undefined);
    const route = this.oldest([
      ...(words ? [words] : []),
      ...(known?.route.registers ?? []).map(registerFact),
      ...(known?.apprenticeships ?? []).map(apprenticeshipFact),
    ]);
    const funding = this.oldest((known?.route.funded ?? []).map(fundingFact));
    const employing = this.oldest(employer ? [employer] : []);
    return { ...(route && { route }), ...(funding && { funding }), ...(employing && { employing }) };
  }

  /** The lessons whose course is still given. They are counted once a draft says them. */
  private given({ first, checked }: GroupLearning): GroupLearning {
    const current = first.filter((item) => {
      const fact = courseFact(item.with);
      this.courses.set(courseWords(item.with), fact);
      return !this.statusOf(fact).dropped;
    });
    return { first: current, checked };
  }

  private lesson(lesson: SnapshotLearning): SnapshotLearning {
    const { learning } = this.content;
    const course = this.courses.get(lesson.providers);
    if (course && this.says(course)) return { ...lesson, ...this.dayOf(course) };
    // Lessons of the plan itself name only what is judged elsewhere: ways of paying and advice.
    if (!lesson.specific || !learning.has(lesson.name)) return lesson;
    const fact = providerFact(lesson.name, lesson.providers);
    if (this.says(fact)) return { ...lesson, ...this.dayOf(fact) };
    return { ...lesson, providers: learning.entry('', 'skill').entry.providers };
  }

  /** Whether a fact is said; one that is said is counted. */
  private says(fact: SaidFact): boolean {
    const { dropped, checkedOn } = this.statusOf(fact);
    if (!dropped) this.said.set(fact.key, checkedOn);
    return !dropped;
  }

  private dayOf(fact: SaidFact): { checkedOn?: IsoDate } {
    const { checkedOn } = this.statusOf(fact);
    return checkedOn === undefined ? {} : { checkedOn };
  }

  /** The oldest of the checks, when every one of the facts has been checked. */
  private oldest(facts: readonly SaidFact[]): IsoDate | undefined {
    const days = facts.map((fact) => this.statusOf(fact).checkedOn);
    return days.every((day) => day !== undefined) ? days.sort()[0] : undefined;
  }
}

/** What the paper says of who employs: not whose words they are. */
const wordsOf = ({
  ofTitle: _ofTitle,
  ...words
}: NonNullable<PathFacts['employing']>): NonNullable<PathFacts['employing']> => words;
