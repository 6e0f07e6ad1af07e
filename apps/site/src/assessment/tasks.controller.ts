import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Answers, AssessmentService, type ChosenTask, isOwnTask, PersonalScorer } from '@app/assessment';
import { type SeeOther, seeOther, type View } from '@app/http';
import type { Occupation } from '@app/occupations';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { checkTasks, MOST_OWN_TASKS, readTasks, type TasksInput } from './forms/tasks.form.js';
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

/** Question 2: the tasks a person does. */
@Controller(PAGES.tasks)
export class TasksController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const occupation = this.scorer.occupationOf(open.assessment.answers);
    if (!occupation) return withoutJob(open.assessment.answers);
    return this.show(
      open,
      occupation,
      savedInput(open.assessment.answers, occupation.slug),
      fromQuery(query),
    );
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const occupation = this.scorer.occupationOf(open.assessment.answers);
    if (!occupation) return withoutJob(open.assessment.answers);
    const revision = revisionOf(body);
    if (record(body)['skip'] !== undefined) {
      const saved = await this.service.saveScreen(open.code, 'tasks', {}, revision);
      return onwards(fromQuery(body).fromCheck ? PAGES.check : PAGES.first, body, saved);
    }
    const input = readTasks(body);
    const checked = checkTasks(input, occupation.tasks, this.scorer.activityGroups);
    if ('errors' in checked)
      return this.show(open, occupation, input, { ...fromQuery(body), errors: checked.errors });
    return onwards(
      PAGES.week,
      body,
      await this.service.saveScreen(
        open.code,
        'tasks',
        { tasks: checked.tasks, tasksFor: occupation.slug },
        revision,
      ),
    );
  }

  private show(
    open: OpenAssessment,
    occupation: Occupation,
    input: TasksInput,
    options: QuestionOptions,
  ): View {
    return question(
      'tasks',
      'tasks',
      open,
      {
        title: occupation.title,
        edited: occupation.kind === 'edited',
        tasks: occupation.tasks.map(({ id, name, involves }) => ({
          id,
          name,
          involves: involves ?? '',
          ticked: input.ticked.includes(id),
        })),
        own: input.own.map((task, index) => ({ ...task, number: index + 1 })),
        own_open: input.own.some(({ text, activity }) => text !== '' || activity !== ''),
        groups: this.scorer.activityGroups,
      },
      options,
    );
  }
}

/** Without a job there are no tasks to tick: on to the result for a family, or back to the job. */
export const withoutJob = ({ familyId }: Answers): SeeOther =>
  seeOther(familyId === undefined ? PAGES.job : PAGES.first);

/** Ticks of another job mean nothing here; own tasks stay. */
function savedInput({ tasks = [], tasksFor }: Answers, slug: string): TasksInput {
  const own = tasks.filter((task: ChosenTask) => isOwnTask(task));
  return {
    ticked: tasksFor === slug ? tasks.map(({ taskId }) => taskId) : [],
    own: Array.from({ length: MOST_OWN_TASKS }, (_none, index) => ({
      text: own[index]?.text ?? '',
      activity: own[index]?.activity ?? '',
    })),
  };
}
