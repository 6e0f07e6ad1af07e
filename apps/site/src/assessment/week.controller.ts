import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  type Answers,
  AssessmentService,
  BAND_WORDS,
  BANDS,
  isOwnTask,
  PersonalScorer,
  tasksFor,
} from '@app/assessment';
import { type SeeOther, seeOther, type View } from '@app/http';
import type { Occupation } from '@app/occupations';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import {
  bandField,
  checkBands,
  checkPercents,
  OTHER,
  percentField,
  readWeek,
  totalOf,
  type WeekInput,
  type WeekTask,
} from './forms/week.form.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  record,
  revisionOf,
} from './questions.js';
import { withoutJob } from './tasks.controller.js';

type Way = 'bands' | 'exact';

/** Question 3: how much of the week each task takes, by band or in per cent. */
@Controller(PAGES.week)
export class WeekController {
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
    const occupation = this.scorer.occupationOf(answers);
    if (!occupation) return withoutJob(answers);
    const tasks = weekTasks(answers, occupation);
    if (tasks.length === 0) return seeOther(PAGES.tasks);
    const asked = record(query)['as'];
    const saved = answers.amounts?.occupationSlug === occupation.slug ? answers.amounts.kind : 'bands';
    const way: Way = asked === 'exact' || asked === 'bands' ? asked : saved;
    return this.show(open, way, tasks, savedInput(answers, occupation), fromQuery(query));
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    const occupation = this.scorer.occupationOf(answers);
    if (!occupation) return withoutJob(answers);
    const tasks = weekTasks(answers, occupation);
    if (tasks.length === 0) return seeOther(PAGES.tasks);
    const options = fromQuery(body);
    const next = options.fromCheck ? PAGES.check : PAGES.first;
    if (record(body)['skip'] !== undefined)
      return onwards(next, body, await this.service.saveScreen(open.code, 'week', {}, revisionOf(body)));
    const way: Way = record(body)['way'] === 'exact' ? 'exact' : 'bands';
    const input = readWeek(body, tasks);
    if (way === 'exact' && record(body)['total'] !== undefined)
      return this.show(open, way, tasks, input, options, totalOf(input, tasks));
    const checked =
      way === 'exact'
        ? checkPercents(input, tasks, occupation.slug)
        : checkBands(input, tasks, occupation.slug);
    if ('errors' in checked)
      return this.show(open, way, tasks, input, { ...options, errors: checked.errors });
    return onwards(
      next,
      body,
      await this.service.saveScreen(open.code, 'week', { amounts: checked.amounts }, revisionOf(body)),
    );
  }

  private show(
    open: OpenAssessment,
    way: Way,
    tasks: readonly WeekTask[],
    input: WeekInput,
    options: QuestionOptions,
    total?: number,
  ): View {
    const rows = [...tasks, ...(way === 'bands' ? [{ taskId: OTHER, name: 'Anything else you do' }] : [])];
    return question(
      'week',
      way === 'exact' ? 'week-exact' : 'week',
      open,
      {
        rows: rows.map(({ taskId, name }) => {
          const field = way === 'exact' ? percentField(taskId) : bandField(taskId);
          return { field, name, value: input[field] ?? '', optional: taskId === OTHER };
        }),
        bands: BANDS.map((id) => ({ id, words: BAND_WORDS[id] })),
        total: total ?? null,
      },
      options,
    );
  }
}

function weekTasks(answers: Answers, occupation: Occupation): WeekTask[] {
  const names = new Map(occupation.tasks.map(({ id, name }) => [id, name]));
  return tasksFor(answers, occupation).map((task) => ({
    taskId: task.taskId,
    name: isOwnTask(task) ? task.text : (names.get(task.taskId) ?? task.taskId),
  }));
}

function savedInput({ amounts }: Answers, { slug }: Occupation): WeekInput {
  if (amounts?.occupationSlug !== slug) return {};
  if (amounts.kind === 'exact')
    return Object.fromEntries(
      Object.entries(amounts.percents).map(([id, percent]) => [percentField(id), String(percent)]),
    );
  const bands = Object.entries(amounts.bands).map(([id, band]) => [bandField(id), band]);
  return { ...Object.fromEntries(bands), [bandField(OTHER)]: amounts.other } as WeekInput;
}
