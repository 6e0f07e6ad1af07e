import { Controller, Get, Param, Post } from '@nestjs/common';
import { type Arrived, type FieldError, Form, RateLimit, type View, view } from '@app/http';
import { GenuineCopies } from '@app/review';
import { inAnswerTime } from '../answer-time.js';
import { LONGEST, VerifyForm } from './verify-form.js';

const PAGE = 'site/verify/verify';

/** Anyone with a copy in front of them may ask whether it is genuine. No answer holds anything of the person. */
@Controller('verify')
export class VerifyController {
  constructor(private readonly copies: GenuineCopies) {}

  @Get()
  form(): View {
    return view(PAGE, { reference: '', check_code: '', errors: [], answer: null });
  }

  @Post()
  @RateLimit({ limit: 20, seconds: 600 })
  async ask(@Form(VerifyForm) { value, errors, typed }: Arrived<VerifyForm>): Promise<View> {
    if (errors) return askAgain(typed.reference, typed.check_code, errors);
    return await this.answer(value.reference, value.check_code);
  }

  /** The link on the cover of the PDF. */
  @Get(':reference/:code')
  @RateLimit({ limit: 20, seconds: 600 })
  async link(@Param('reference') reference: string, @Param('code') code: string): Promise<View> {
    return await this.answer(reference.slice(0, LONGEST), code.slice(0, LONGEST));
  }

  private async answer(reference: string, code: string): Promise<View> {
    const found = await inAnswerTime(this.copies.isGenuine(reference, code));
    const answer = found.genuine
      ? {
          genuine: true,
          drafted_at: found.draftedAt,
          reviewed_at: found.reviewedAt,
          fingerprint: found.fingerprint,
          newer: found.newer,
        }
      : { genuine: false };
    return view(PAGE, { reference, check_code: code, errors: [], answer });
  }
}

const askAgain = (reference = '', check_code = '', errors: readonly FieldError[]): View =>
  view(PAGE, { reference, check_code, errors, answer: null }, { status: 422 });
