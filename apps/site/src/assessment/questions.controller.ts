import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  AssessmentQuestions,
  AssessmentService,
  type Place,
  type Question,
  type QuestionContext,
  type Typed,
} from '@app/assessment';
import { type FieldError, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { notOpen } from './not-open.js';
import { QuestionForm, QuestionPipe, QuestionQuery, type SentQuestion } from './question-form.js';

interface Shown {
  readonly errors?: readonly FieldError[];
  readonly fromCheck: boolean;
  /** The reader's previous page was saved over a newer save of it. */
  readonly kept?: boolean;
  /** What the page works out of the form without saving it. */
  readonly again?: object;
}

/** Every question of the assessment, one page each: shown, saved, gone on from. What differs between them stands in the list of questions. */
@Controller('assessment')
export class QuestionsController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly asking: AssessmentQuestions,
  ) {}

  /** A page like the others, but it searches the catalogue as often as somebody types. */
  @Get('job')
  @RateLimit({ limit: 120, seconds: 60 })
  async job(
    @Req() request: FastifyRequest,
    @AskedBy(QuestionQuery) query: QuestionQuery,
  ): Promise<View | SeeOther> {
    return await this.page(request, this.asking.questions.byId('job'), query);
  }

  @Get(':page')
  async page(
    @Req() request: FastifyRequest,
    @Param('page', QuestionPipe) question: Question,
    @AskedBy(QuestionQuery) query: QuestionQuery,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const context = this.asking.context(open.assessment.answers, query);
    const missing = this.asking.sequence.missing(question, context);
    if (missing) return seeOther(addressOf(missing));
    const shown = { fromCheck: query.from === 'check', kept: query.kept === '1' };
    return this.show(open, question, context, question.typed(context), shown);
  }

  @Post(':page')
  @RateLimit({ limit: 300, seconds: 60 })
  async save(@Req() request: FastifyRequest, @QuestionForm() sent: SentQuestion): Promise<View | SeeOther> {
    const { question, envelope, form } = sent;
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const context = this.asking.context(open.assessment.answers);
    const missing = this.asking.sequence.missing(question, context);
    if (missing) return seeOther(addressOf(missing));
    const fromCheck = envelope.from === 'check';
    const again = (shown: Partial<Shown>): View =>
      this.show(open, question, context, form.typed, { fromCheck, ...shown });

    const skipped = question.entry.skip !== undefined && envelope.skip !== undefined;
    if (!skipped && form.errors) return again({ errors: form.errors });
    const read = skipped ? { answers: {} } : question.read(form.value ?? {}, context);
    if ('problems' in read) return again({ errors: read.problems });
    if ('again' in read) return again({ again: read.again });
    if ('instead' in read)
      return onwards(this.asking.questions.byId(read.instead), {
        ...read.query,
        ...(fromCheck && FROM_CHECK),
      });

    const { id } = this.asking.questions.savedAs(question).entry;
    const saved = await this.service.saveScreen(open.code, id, read.answers, envelope.revision);
    const next = this.asking.sequence.next(
      question,
      this.asking.context(saved.assessment.answers),
      fromCheck,
      (each) => saved.assessment.screenRevisions[each] !== undefined,
    );
    return onwards(next, {
      ...(fromCheck && next !== 'check' && FROM_CHECK),
      ...(saved.replacedNewer && { kept: '1' }),
    });
  }

  /** Progress, way back, errors, the resume code, and what the question shows itself. 422 when there is something to put right. */
  private show(
    open: OpenAssessment,
    question: Question,
    context: QuestionContext,
    typed: Typed,
    { errors = [], fromCheck, kept = false, again = {} }: Shown,
  ): View {
    const { title, hint, skip, page, insteadOf } = question.entry;
    const shown = question.page(context, typed);
    const toCheck = fromCheck && insteadOf === undefined;
    const data = {
      ...this.asking.progress(question, context),
      back: addressOf(toCheck ? 'check' : this.asking.sequence.before(question, context)),
      code: open.code,
      revision: open.assessment.revision,
      from: fromCheck ? 'check' : '',
      errors,
      kept,
      action: `/assessment/${page}`,
      title: shown.title ?? title,
      hint: shown.hint ?? hint ?? null,
      skip: shown.skip ?? skip ?? null,
      ...shown.data,
      ...again,
    };
    return view(`site/assessment/${shown.template}`, data, errors.length > 0 ? { status: 422 } : {});
  }
}

const FROM_CHECK = { from: 'check' } as const;

function onwards(place: Place, query: Readonly<Record<string, string>>): SeeOther {
  const asked = new URLSearchParams(query).toString();
  return seeOther(asked ? `${addressOf(place)}?${asked}` : addressOf(place));
}
