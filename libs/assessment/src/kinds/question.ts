import type { Occupation } from '@app/occupations';
import type { Answers } from '../answers/answers.js';
import type { QuestionEntry } from '../content/question-entry.js';
import type { CompletedAssessment } from '../result/completed-assessment.js';
import type { Subject } from '../scoring/subject.js';
import type { SkillQuestions } from '../skills/skill-questions.js';
import type { ActivityGroup } from '../subjects/activity-groups.js';

/** A form's fields as they were typed or chosen, or as saved answers fill them in. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What the address of a question may ask of its page. */
export interface Asked {
  /** A job title to search for. */
  readonly q?: string | undefined;
  /** A job title to keep. */
  readonly title?: string | undefined;
  /** How to give the parts of the week. */
  readonly as?: 'bands' | 'exact' | undefined;
}

/** A title that was found in the catalogue. */
export interface TitleHit {
  readonly slug: string;
  readonly title: string;
  readonly matchedTitle: string;
}

/** What a question may know of the person and the catalogue. */
export interface QuestionContext {
  readonly answers: Answers;
  readonly asked: Asked;
  readonly occupation: Occupation | undefined;
  /** The occupation or the family of work; undefined before a job is chosen. */
  readonly subject: Subject | undefined;
  readonly activityGroups: readonly ActivityGroup[];
  /** The tasks that AI tools are asked about, biggest first. */
  biggestTasks(): readonly { readonly taskId: string; readonly name: string }[];
  /** The skills to rate, or why none are. */
  skillQuestions(): SkillQuestions;
  /** Families of work that lie close to what the person likes, closest first; none before they said. */
  likedFamilies(): readonly string[];
  occupationBySlug(slug: string): Pick<Occupation, 'slug' | 'title'> | undefined;
  /** Best first. */
  search(words: string): readonly TitleHit[];
  /** What the words are when they are no job, such as an employer. */
  searchNote(words: string): { readonly heading: string; readonly text: string } | undefined;
}

/** One thing to put right, at its field. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What came of a form: answers to save, something to put right, another question in its place, or the same page with something worked out. */
export type Reading =
  | { readonly answers: Answers }
  | { readonly problems: readonly Problem[] }
  | { readonly instead: string; readonly query: Readonly<Record<string, string>> }
  | { readonly again: object };

/** What a question's page shows beside title, hint and progress. */
export interface QuestionPage {
  readonly template: string;
  readonly data: object;
  /** In place of the entry's own. */
  readonly title?: string | undefined;
  readonly hint?: string | undefined;
  readonly skip?: string | undefined;
}

/** An answer told back in words. */
export interface Told {
  readonly question: string;
  /** One or more lines; empty when it was left blank. */
  readonly answer: readonly string[];
  /** The question where it is changed, if not where it was asked. */
  readonly changedAt?: string;
  /** Nothing to change here. */
  readonly fixed?: boolean;
}

/** An answer as the reviewer reads it. */
export interface AnswerRow {
  readonly question: string;
  readonly answer: string;
}

/**
 * A question: an entry of the file of questions with the few things that depend on its kind. Everything else (addresses, saving, going on
 * and back, errors, the check page, the reviewer's sheet, the copy for the person) is the same for all and knows only this.
 */
export interface Question<Form extends object = object> {
  readonly entry: QuestionEntry;
  /** The keys of the answers that saving it replaces. */
  readonly keys: readonly string[];
  /** The rules of its form, by class-validator. */
  readonly form: new () => Form;
  /** The saved answers as the form's fields. */
  typed(context: QuestionContext): Typed;
  page(context: QuestionContext, typed: Typed): QuestionPage;
  /** Reads a form that keeps the rules of {@link form}; says what only the person's job can tell is wrong. */
  read(form: Form, context: QuestionContext): Reading;
  told(context: QuestionContext): readonly Told[];
  /** What was left blank is left out. */
  staff(completed: CompletedAssessment): readonly AnswerRow[];
  /** Whether the saved answers were given for something else since. */
  outdated?(answers: Answers): boolean;
}

/** Makes a question of an entry of its kind. */
export type QuestionKind = (entry: QuestionEntry) => Question;

export const textIn = (typed: Typed, field: string): string => {
  const value = typed[field] ?? '';
  return typeof value === 'string' ? value : '';
};

export const listIn = (typed: Typed, field: string): readonly string[] =>
  [typed[field] ?? []].flat().filter((value) => value !== '');
