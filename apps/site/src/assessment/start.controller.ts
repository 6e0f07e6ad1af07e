import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Assessment,
  AssessmentQuestions,
  AssessmentService,
  BETWEEN_JOBS_TITLE,
  betweenJobsTitle,
  FINISHED_MONTHS,
  Line,
  type Question,
  Several,
  UNFINISHED_DAYS,
} from '@app/assessment';
import { type Arrived, Form, RateLimit, seeOther, type SeeOther, type View, view } from '@app/http';
import { Catalogue, type Occupation } from '@app/occupations';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';

/** Ways in without a job title, and with tasks that no list has. */
const WAYS_IN = ['no-title', 'not-in-work', 'own-tasks'] as const;

/** The job that somebody starts with, in the address or in the form, and which of its tasks are theirs. */
class StartForm {
  /** Slug of an occupation. */
  @Line(200)
  @IsOptional()
  @IsString()
  occupation?: string;

  /** Ids of tasks, ticked on the report. */
  @Several()
  @IsOptional()
  @IsString({ each: true })
  task?: string[];

  /** Begins without a title, with the one they had, or by writing tasks down. */
  @IsOptional()
  @IsIn(WAYS_IN)
  way?: (typeof WAYS_IN)[number];
}

/** What the assessment is, before anything is kept. */
@Controller('assessment')
export class StartController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly catalogue: Catalogue,
    private readonly asking: AssessmentQuestions,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @AskedBy(StartForm) asked: StartForm): Promise<View> {
    const open = await this.sessions.open(request);
    const occupation = this.occupation(asked);
    const ticked = occupation ? tickedOf(asked, occupation) : [];
    const begun = open !== null && open.assessment.revision > 0;
    return view('site/assessment/start', {
      occupation: occupation ? { slug: occupation.slug, title: occupation.title } : null,
      ticked,
      // Who comes with nothing ticked is asked here: one page less than a start that only says what comes.
      tasks: occupation && ticked.length === 0 && !begun ? occupation.tasks : null,
      edited: occupation?.kind === 'edited',
      unfinished_days: UNFINISHED_DAYS,
      finished_months: FINISHED_MONTHS,
      open:
        open && begun
          ? {
              code: open.code,
              saved: open.assessment.updatedAt,
              finished: open.assessment.completedAt !== null,
              next: addressOf(this.asking.goOn(open.assessment)),
            }
          : null,
      meta: {
        description:
          'Find out how exposed your own working week is to AI. Free, complete, about five minutes, no account.',
        indexable: true,
      },
    });
  }

  /** Looking at a page begins nothing, so an address that names a job shows the start with that job. */
  @Get('start')
  start(@AskedBy(StartForm) asked: StartForm): SeeOther {
    const occupation = this.occupation(asked);
    return seeOther(occupation ? `/assessment?occupation=${occupation.slug}` : '/assessment');
  }

  @Post('start')
  @RateLimit({ limit: 30, seconds: 600 })
  async begin(
    @Form(StartForm) { value }: Arrived<StartForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const { code } = await this.service.start();
    this.sessions.remember(reply, code);
    const occupation = this.occupation(value ?? {});
    const job = this.asking.questions.byId('job');
    const between = value?.way === 'not-in-work';
    if (between && !occupation) {
      const answers = { jobTitle: BETWEEN_JOBS_TITLE };
      const { assessment } = await this.service.saveScreen(code, job.entry.id, answers, 0);
      return seeOther(addressOf(this.asking.goOn(assessment)));
    }
    if (value?.way === 'no-title') return seeOther(addressOf(this.asking.questions.byId('family')));
    if (!occupation) return seeOther(addressOf(job));
    const jobTitle = between ? betweenJobsTitle(occupation.title) : occupation.title;
    const answers = { occupationSlug: occupation.slug, jobTitle };
    const named = await this.service.saveScreen(code, job.entry.id, answers, 0);
    const tasksPage = this.asking.questions.byId('tasks');
    const ticked = value ? tickedOf(value, occupation) : [];
    const tasks = { tasks: ticked.map(({ id }) => ({ taskId: id })), tasksFor: occupation.slug };
    const { assessment } =
      ticked.length === 0
        ? named
        : await this.service.saveScreen(code, 'tasks', tasks, named.assessment.revision);
    // A browser that is sent to a field inside of what is folded opens it.
    if (value?.way === 'own-tasks') return seeOther(`${addressOf(tasksPage)}#own_1`);
    return this.after(ticked.length === 0 ? job : tasksPage, assessment);
  }

  private after(question: Question, { answers }: Assessment): SeeOther {
    return seeOther(addressOf(this.asking.sequence.next(question, this.asking.context(answers))));
  }

  private occupation({ occupation: slug }: StartForm): Occupation | undefined {
    return slug ? this.catalogue.bySlug(this.catalogue.redirectFor(slug) ?? slug) : undefined;
  }
}

/** The tasks of the job that were ticked; others mean nothing here. */
const tickedOf = ({ task = [] }: StartForm, { tasks }: Occupation): Occupation['tasks'] =>
  tasks.filter(({ id }) => task.includes(id));
