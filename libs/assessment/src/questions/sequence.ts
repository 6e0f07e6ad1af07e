import type { Need } from '../content/question-entry.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import type { Question, QuestionContext } from '../kinds/question.js';
import { tasksFor } from '../scoring/detail.js';
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
  missing({ entry: { needs } }: Question, context: QuestionContext): Place | undefined {
    if (needs === undefined || isKnown(needs, context)) return undefined;
    if (!context.subject) return this.standIn(this.questions.byId('job'), context);
    if (needs === 'skillRatings') return undefined;
    return this.questions.byId('tasks');
  }

  /** The questions in the order of this person: who is between jobs has no week to begin with. */
  of({ answers }: QuestionContext): readonly Question[] {
    const { numbered } = this.questions;
    if (!isBetweenJobs(answers)) return numbered;
    const first = numbered.filter(({ entry }) => entry.firstBetweenJobs);
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
    const passed = order.slice(0, at).find(({ entry }) => entry.firstBetweenJobs && !saved(entry.id));
    if (passed && isBetweenJobs(context.answers)) return passed;
    for (const question of order.slice(at + 1)) {
      if (question.entry.afterFirstResult) return 'first-result';
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
    if (typeof place !== 'string' && place.entry.afterFirstResult) return 'first-result';
    const at =
      place === 'check' ? order.length : order.indexOf(this.questions.savedAs(this.beginning(place)));
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
    return open.entry.afterFirstResult ? 'first-result' : open;
  }

  private beginning(place: Question | 'first-result'): Question {
    const first = this.questions.numbered.find(({ entry }) => entry.afterFirstResult);
    return place === 'first-result' && first ? first : (place as Question);
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
