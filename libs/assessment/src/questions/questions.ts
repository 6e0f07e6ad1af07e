import { QUESTION_ENTRIES, readQuestions } from '../content/question-file.js';
import type { QuestionEntry, SheetPart } from '../content/question-entry.js';
import { aiToolsQuestion } from '../kinds/ai-tools.js';
import { rowsQuestion } from '../kinds/choice-rows.js';
import { demandsQuestion } from '../kinds/demands.js';
import { familyQuestion } from '../kinds/family.js';
import { fieldsQuestion } from '../kinds/fields.js';
import { interestsQuestion } from '../kinds/interests.js';
import { jobQuestion } from '../kinds/job.js';
import type { AnswerRow, Question, QuestionContext, QuestionKind, Told } from '../kinds/question.js';
import { skillsQuestion } from '../kinds/skills.js';
import { tasksQuestion } from '../kinds/tasks.js';
import { weekQuestion } from '../kinds/week.js';
import { suited } from './suited.js';
import type { CompletedAssessment } from '../result/completed-assessment.js';

/** How each kind of question is asked. Two need no code for a new question; the others serve one question each. */
const KINDS: Readonly<Record<string, QuestionKind>> = {
  fields: fieldsQuestion,
  rows: rowsQuestion,
  job: jobQuestion,
  family: familyQuestion,
  tasks: tasksQuestion,
  week: weekQuestion,
  'ai-tools': aiToolsQuestion,
  demands: demandsQuestion,
  skills: skillsQuestion,
  interests: interestsQuestion,
};

/** A line of "check your answers". */
export interface AnswerLine extends Told {
  /** The page where it is changed. */
  readonly page: string;
}

/** The questions of the assessment in order. Whatever asks, tells or exports answers reads this one list. */
export class Questions {
  readonly all: readonly Question[];

  /** @throws Error naming what does not fit together */
  constructor(entries: readonly QuestionEntry[]) {
    this.all = entries.map((entry) => {
      const kind = KINDS[entry.kind];
      if (!kind) throw new Error(`Question ${entry.id}: there is no kind "${entry.kind}".`);
      return suited(entry, kind);
    });
    this.check();
  }

  /** The product's own. @throws Error naming the line of a mistake in the file */
  static load(text?: string): Questions {
    return new Questions(text === undefined ? QUESTION_ENTRIES : readQuestions(text));
  }

  /** Those that have a number of their own. */
  get numbered(): readonly Question[] {
    return this.all.filter(({ entry }) => entry.insteadOf === undefined);
  }

  byPage(page: string): Question | undefined {
    return this.all.find(({ entry }) => entry.page === page);
  }

  /** @throws Error when there is none */
  byId(id: string): Question {
    const found = this.all.find(({ entry }) => entry.id === id);
    if (!found) throw new Error(`There is no question "${id}".`);
    return found;
  }

  /** The question under whose name the answers are saved: itself, or the one it stands in for. */
  savedAs({ entry }: Question): Question {
    return this.byId(entry.insteadOf ?? entry.id);
  }

  /** Every answer in words, with the page where it is changed. */
  told(context: QuestionContext): AnswerLine[] {
    return this.all.flatMap((question) =>
      question.told(context).map((told) => ({
        ...told,
        page: told.changedAt === undefined ? question.entry.page : this.byId(told.changedAt).entry.page,
      })),
    );
  }

  /** What the reviewer reads in one part of the sheet. */
  staffRows(part: SheetPart, completed: CompletedAssessment): AnswerRow[] {
    return this.all
      .filter(({ entry }) => (entry.staff?.part ?? 'about') === part)
      .flatMap((question) => question.staff(completed));
  }

  /** Two questions with one key would erase each other's answers. */
  private check(): void {
    const keys = this.all.flatMap((question) => question.keys);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) throw new Error(`Two questions save "${twice}".`);
    for (const { entry } of this.all)
      for (const id of [entry.leadsTo, entry.insteadOf]) if (id !== undefined) this.byId(id);
    if (this.all.filter(({ entry }) => entry.afterFirstResult).length !== 1)
      throw new Error('Exactly one question comes first after the first result.');
  }
}
