import { Injectable } from '@nestjs/common';
import { Catalogue } from '@app/occupations';
import type { Answers } from './answers/answers.js';
import type { Asked, Question, QuestionContext } from './kinds/question.js';
import { PersonalScorer } from './personal-scorer.js';
import { type AnswerLine, Questions } from './questions/questions.js';
import { type Place, Sequence } from './questions/sequence.js';
import type { Assessment } from './session/assessment.entity.js';

const MOST_HITS = 8;

/** The questions as they are asked of one person. */
@Injectable()
export class AssessmentQuestions {
  readonly sequence: Sequence;

  constructor(
    readonly questions: Questions,
    private readonly scorer: PersonalScorer,
    private readonly catalogue: Catalogue,
  ) {
    this.sequence = new Sequence(questions);
  }

  context(answers: Answers, asked: Asked = {}): QuestionContext {
    const { scorer, catalogue } = this;
    return {
      answers,
      asked,
      occupation: scorer.occupationOf(answers),
      subject: scorer.subjectOf(answers),
      activityGroups: scorer.activityGroups,
      biggestTasks: () => scorer.biggestTasksOf(answers),
      skillQuestions: () => scorer.skillQuestionsFor(answers),
      likedFamilies: () => scorer.likedFamilies(answers),
      occupationBySlug: (slug) => catalogue.bySlug(slug),
      search: (words) => catalogue.search(words, MOST_HITS),
      searchNote: (words) => catalogue.find(words, MOST_HITS).note,
    };
  }

  /** Every answer in words, as the person reads them, with the page where each is changed. */
  told(answers: Answers): AnswerLine[] {
    return this.questions.told(this.context(answers));
  }

  /** The first place that has not been saved yet, or the result. */
  goOn({ answers, completedAt, screenRevisions }: Assessment): Place {
    if (completedAt !== null) return 'result';
    return this.sequence.goOn((id) => screenRevisions[id] !== undefined, this.context(answers));
  }

  /** The number of a question and of all, "check your answers" being the last. */
  progress(
    place: Question | 'check',
    context: QuestionContext,
  ): { readonly step: number; readonly steps: number } {
    const order = this.sequence.of(context);
    const steps = order.length + 1;
    if (place === 'check') return { step: steps, steps };
    return { step: order.indexOf(this.questions.savedAs(place)) + 1, steps };
  }
}
