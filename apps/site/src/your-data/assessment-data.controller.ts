import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssessmentQuestions, SavedAssessments } from '@app/assessment';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { AssessmentErasure } from '@app/personal-data';
import { Audit } from '@app/audit';
import { addressOf } from '../assessment/addresses.js';
import { AssessmentSessions, type OpenAssessment } from '../assessment/assessment-sessions.js';
import { notOpen } from '../assessment/not-open.js';
import { PersonalExports } from './exports/personal-exports.js';
import { EraseAssessmentForm } from './your-data-forms.js';
import { sendJsonFile } from './json-file.js';

const PAGE = '/assessment/data';

/** What a person may do with the assessment their browser has open: copy it, keep it longer, close it here, erase it. */
@Controller('assessment')
export class AssessmentDataController {
  constructor(
    private readonly sessions: AssessmentSessions,
    private readonly saved: SavedAssessments,
    private readonly exports: PersonalExports,
    private readonly erasure: AssessmentErasure,
    private readonly audit: Audit,
    private readonly asking: AssessmentQuestions,
  ) {}

  @Get('data')
  async page(@Req() request: FastifyRequest): Promise<View> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { assessment, code } = open;
    return view('site/your-data/assessment-data', {
      code,
      email: assessment.email ?? '',
      finished: assessment.completedAt !== null,
      expires_at: assessment.expiresAt,
      ends_soon: this.saved.endsSoon(assessment),
      ordered: await this.erasure.isOrdered(assessment.id),
      back: addressOf(this.asking.goOn(assessment)),
    });
  }

  @Post('data/export')
  @RateLimit({ limit: 20, seconds: 600 })
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const open = await this.sessions.open(request);
    if (!open) return void (await reply.redirect(PAGE, 303));
    const { assessment } = open;
    const content = await this.exports.assessment(assessment);
    await this.audit.note({
      staffId: null,
      action: 'assessment.exported',
      subject: { kind: 'assessment', id: assessment.id },
    });
    await sendJsonFile(reply, 'my-assessment.json', content);
  }

  /** Another full time from now; only offered when the end is near. */
  @Post('data/keep')
  @RateLimit({ limit: 20, seconds: 600 })
  async keep(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    await this.saved.keepLonger(open.code);
    return seeOther(PAGE);
  }

  /** For a device that others use: the cookie goes, the assessment stays. */
  @Post('data/close')
  close(@Res({ passthrough: true }) reply: FastifyReply): SeeOther {
    this.sessions.forget(reply);
    return seeOther('/assessment/closed');
  }

  @Get('closed')
  closed(): View {
    return view('site/your-data/closed', { erased: false });
  }

  @Get('data/erase')
  async ask(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (await this.erasure.isOrdered(open.assessment.id)) return seeOther(PAGE);
    return erasePage(open);
  }

  @Post('data/erase')
  @RateLimit({ limit: 20, seconds: 600 })
  async erase(
    @Req() request: FastifyRequest,
    @Form(EraseAssessmentForm) { errors }: Arrived<EraseAssessmentForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (errors) return erasePage(open, errors);
    await this.erasure.erase(open.code);
    this.sessions.forget(reply);
    return seeOther('/assessment/erased');
  }

  @Get('erased')
  erased(): View {
    return view('site/your-data/closed', { erased: true });
  }
}

const erasePage = ({ assessment }: OpenAssessment, errors: readonly FieldError[] = []): View =>
  view(
    'site/your-data/erase-assessment',
    { finished: assessment.completedAt !== null, email: assessment.email ?? '', errors },
    errors.length > 0 ? { status: 422 } : {},
  );
