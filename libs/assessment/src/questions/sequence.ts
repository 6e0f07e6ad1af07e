import type { Need } from '../content/question-entry.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import type { Question, QuestionContext } from '../kinds/question.js';
import { tasksFor } from '../scoring/detail.js';
import { fits } from './suited.js';
import type { Questions } from './questions.js';

/** A page of the assessment that is not a question. */
export type OtherPage = 'start' | 'first-result' | 'check' | 'result';
/** Where somebody is sent: a question, or another page. */
export type Place = Question | OtherPage;

/** Whether enough is known to ask what needs this. */
function isKnown(need: Need, context: QuestionContext): boolean {
  switch (need) {
    case 'work':
      return context.subject !== undefined;
    case 'occupation':
      return context.occupation !== undefined;
    case 'tasks':
      return context.subject !== undefined && tasksFor(context.answers, context.subject).length > 0;
    case 'skillRatings':
      return 'questions' in context.skillQuestions();
  }
}

/** The order of the questions for one person: what comes next, what came before, and what is passed over. */
export class Sequence {
  constructor(private readonly questions: Questions) {}

  /** Where to go before this question can be shown; undefined when it can. Skills that are not asked have a page that says why. */
  missing(question: Question, context: QuestionContext): Place | undefined {
    const { needs } = question.entry;
    if (needs === undefined || isKnown(needs, context))
      return fits(question, context.answers) ? undefined : this.fromOn(question, context);
    if (!context.subject) return this.standIn(this.questions.byId('job'), context);
    if (needs === 'skillRatings') return undefined;
    return this.questions.byId('tasks');
  }

  /** The question that the first result leads on to. */
  afterFirstResult(context: QuestionContext): Question | 'check' {
    const marked = this.questions.numbered.find(({ entry }) => entry.afterFirstResult);
    return marked ? this.fromOn(marked, context) : 'check';
  }

  /** The question itself, or in its place the next that this person is asked. */
  private fromOn(question: Question, context: QuestionContext): Question | 'check' {
    const { numbered } = this.questions;
    const isFor = (each: Question): boolean => fits(each, context.answers) && this.isAsked(each, context);
    return numbered.slice(numbered.indexOf(question)).find(isFor) ?? 'check';
  }

  /** The questions in the order of this person: who is between jobs and names none has no week to begin with. */
  of({ answers }: QuestionContext): readonly Question[] {
    const numbered = this.questions.numbered.filter((question) => fits(question, answers));
    if (!isBetweenJobs(answers) || answers.occupationSlug !== undefined) return numbered;
    const first = numbered.filter(({ entry }) => entry.betweenJobs?.first);
    return [...first, ...numbered.filter((question) => !first.includes(question))];
  }

  /**
   * After a question was saved: the next that is asked, with the first result on the way; at the end, "check your answers".
   * @param saved whether a question was ever saved: who says late that they are between jobs is asked first what would have come first
   */
  next(
    from: Question,
    context: QuestionContext,
    fromCheck = false,
    saved: (id: string) => boolean = () => true,
  ): Place {
    const order = this.of(context);
    const at = order.indexOf(this.questions.savedAs(from));
    if (fromCheck) {
      const { leadsTo } = from.entry;
      const led = leadsTo === undefined ? undefined : this.questions.byId(leadsTo);
      return led && this.isAsked(led, context) ? led : 'check';
    }
    const passed = order.slice(0, at).find(({ entry }) => entry.betweenJobs?.first && !saved(entry.id));
    if (passed && isBetweenJobs(context.answers)) return passed;
    const rest = this.afterFirstResult(context);
    for (const question of order.slice(at + 1)) {
      if (question === rest) return 'first-result';
      const isKnownJob = question.entry.id === 'job' && context.subject !== undefined;
      if (!isKnownJob && this.isAsked(question, context)) return this.standIn(question, context);
    }
    return 'check';
  }

  /** The question before a place, for the way back. */
  before(place: Question | 'first-result' | 'check', context: QuestionContext): Place {
    const order = this.of(context);
    const between = isBetweenJobs(context.answers);
    if (typeof place !== 'string' && place.entry.insteadOf !== undefined && !between)
      return this.questions.byId(place.entry.insteadOf);
    const rest = this.afterFirstResult(context);
    if (typeof place !== 'string' && place === rest) return 'first-result';
    const from = place === 'first-result' ? rest : place;
    const at = from === 'check' ? order.length : order.indexOf(this.questions.savedAs(from));
    const earlier = order
      .slice(0, at)
      .filter((question) => this.isAsked(question, context))
      .at(-1);
    return earlier ? this.standIn(earlier, context) : 'start';
  }

  /** The first place that is not done yet. @param saved whether a question was ever saved */
  goOn(saved: (id: string) => boolean, context: QuestionContext): Exclude<Place, 'start' | 'result'> {
    const order = this.of(context);
    if (!context.answers.occupationSlug && !context.answers.familyId) {
      const first = order.find(({ entry }) => entry.id === 'job' || !saved(entry.id));
      return this.standIn(first ?? this.questions.byId('job'), context);
    }
    const open = order
      .filter((question) => question.entry.id !== 'job' && this.isAsked(question, context))
      .find((question) => !saved(question.entry.id) || question.outdated?.(context.answers));
    if (!open) return 'check';
    return open === this.afterFirstResult(context) ? 'first-result' : open;
  }

  private isAsked({ entry: { needs } }: Question, context: QuestionContext): boolean {
    return needs === undefined || isKnown(needs, context);
  }

  /** What was asked in the place of a question that had no answer for this person. */
  private standIn(question: Question, { answers }: QuestionContext): Question {
    const other = this.questions.all.find(({ entry }) => entry.insteadOf === question.entry.id);
    const untitled = answers.familyId !== undefined || isBetweenJobs(answers);
    return other && answers.occupationSlug === undefined && untitled ? other : question;
  }
}
