import { Controller, Get, Param, Post } from '@nestjs/common';
import { Advice, LONGEST_COMMENT, MOST_COMMENTS } from '@app/assessment';
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
import { CommentForm } from './advice.forms.js';
import { adviserView } from './adviser-view.js';

/** What one adviser sees by a person's link, and what they write back. The page changes nothing and sets nothing by being looked at. */
@Controller('advice/:secret')
export class AdviserController {
  constructor(private readonly advice: Advice) {}

  @Get()
  @RateLimit({ limit: 60, seconds: 600 })
  async page(@Param('secret') secret: string): Promise<View> {
    return await this.shown(secret);
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 600 })
  async comment(
    @Param('secret') secret: string,
    @Form(CommentForm) { value, errors, typed }: Arrived<CommentForm>,
  ): Promise<View | SeeOther> {
    if (errors) return await this.shown(secret, errors, typed.comment ?? '');
    if (await this.advice.comment(secret, value.comment))
      return seeOther(`/advice/${encodeURIComponent(secret)}#said`);
    const message = `This link has its ${MOST_COMMENTS} comments. Ask for a new one to write more`;
    return await this.shown(secret, [{ field: 'comment', message }], value.comment);
  }

  private async shown(secret: string, errors: readonly FieldError[] = [], typed = ''): Promise<View> {
    const { link, assessment, comments } = await this.advice.shown(secret);
    return view(
      'site/advice/adviser',
      {
        ...adviserView(assessment),
        address: `/advice/${encodeURIComponent(secret)}`,
        expires_at: link.expiresAt,
        completed_at: assessment.completedAt,
        comments,
        longest: LONGEST_COMMENT,
        errors,
        typed,
      },
      errors.length > 0 ? { status: 422 } : {},
    );
  }
}
