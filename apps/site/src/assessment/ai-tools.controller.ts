import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  AI_USE_WORDS,
  AI_USES,
  type AiUse,
  AssessmentService,
  PersonalScorer,
  type Subject,
} from '@app/assessment';
import { type SeeOther, seeOther, type View } from '@app/http';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { checkChoices, type ChoiceRow, readChoices } from './forms/choices.form.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  revisionOf,
} from './questions.js';

/** The order on the page: what most people say first. */
const SHOWN: readonly AiUse[] = ['never', 'little-help', 'parts', 'most'];
const PREFIX = 'use_';

/** Question 4: what AI tools do today of the three biggest tasks. */
@Controller(PAGES.aiUse)
export class AiToolsController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    const subject = this.scorer.subjectOf(answers);
    if (!subject) return seeOther(PAGES.job);
    const saved = answers.aiUse?.subject === subject.slug ? answers.aiUse.tasks : {};
    const values = Object.fromEntries(Object.entries(saved).map(([id, use]) => [PREFIX + id, use]));
    return this.show(open, subject, values, fromQuery(query));
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const subject = this.scorer.subjectOf(open.assessment.answers);
    if (!subject) return seeOther(PAGES.job);
    const rows = this.rows(open);
    const input = readChoices(body, rows);
    const options = fromQuery(body);
    const checked = checkChoices(input, rows, AI_USES);
    if ('errors' in checked) return this.show(open, subject, input, { ...options, errors: checked.errors });
    const tasks = Object.fromEntries(
      Object.entries(checked.chosen).map(([field, use]) => [field.slice(PREFIX.length), use]),
    );
    const answers = Object.keys(tasks).length > 0 ? { aiUse: { subject: subject.slug, tasks } } : {};
    const saved = await this.service.saveScreen(open.code, 'aiUse', answers, revisionOf(body));
    return onwards(options.fromCheck ? PAGES.check : PAGES.demands, body, saved);
  }

  private rows({ assessment }: OpenAssessment): ChoiceRow[] {
    return this.scorer
      .biggestTasksOf(assessment.answers)
      .map(({ taskId, name }) => ({ field: PREFIX + taskId, name }));
  }

  private show(
    open: OpenAssessment,
    subject: Subject,
    values: Readonly<Record<string, string>>,
    options: QuestionOptions,
  ): View {
    const data = {
      rows: this.rows(open).map((row) => ({ ...row, value: values[row.field] ?? '' })),
      choices: SHOWN.map((id) => ({ id, words: AI_USE_WORDS[id] })),
      typical: open.assessment.answers.tasks === undefined || subject.family !== undefined,
    };
    return question('aiUse', 'ai-tools', open, data, options);
  }
}
