import { setTimeout } from 'node:timers/promises';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BlueprintService } from '@app/blueprint';
import { type FieldError, RateLimit, type View, view } from '@app/http';

/** Every answer takes at least this long, so that its time tells nobody whether a reference exists. Milliseconds. */
const ANSWER_TIME = 250;
/** More than a reference or a code can have, however it is typed. */
const LONGEST = 40;
const PAGE = 'site/verify/verify';

/** Anyone with a copy in front of them may ask whether it is genuine. No answer holds anything of the person. */
@Controller('verify')
export class VerifyController {
  constructor(private readonly blueprints: BlueprintService) {}

  @Get()
  form(): View {
    return view(PAGE, { reference: '', check_code: '', errors: [], answer: null });
  }

  @Post()
  @RateLimit({ limit: 20, seconds: 600 })
  async ask(@Body() body: unknown): Promise<View> {
    const { reference, check_code: code } = (body ?? {}) as Record<string, unknown>;
    return await this.answer(typed(reference), typed(code));
  }

  /** The link on the cover of the PDF. */
  @Get(':reference/:code')
  @RateLimit({ limit: 20, seconds: 600 })
  async link(@Param('reference') reference: string, @Param('code') code: string): Promise<View> {
    return await this.answer(typed(reference), typed(code));
  }

  private async answer(reference: string, code: string): Promise<View> {
    const errors: FieldError[] = [];
    if (reference === '') errors.push({ field: 'reference', message: 'Enter the reference of the copy' });
    if (code === '') errors.push({ field: 'check_code', message: 'Enter the check code of the copy' });
    if (errors.length > 0)
      return view(PAGE, { reference, check_code: code, errors, answer: null }, { status: 422 });
    const [found] = await Promise.all([this.blueprints.isGenuine(reference, code), setTimeout(ANSWER_TIME)]);
    const answer = found.genuine
      ? {
          genuine: true,
          drafted_at: found.draftedAt,
          reviewed_at: found.reviewedAt,
          fingerprint: found.fingerprint,
          newer: found.newer,
        }
      : { genuine: false };
    return view(PAGE, { reference, check_code: code, errors, answer });
  }
}

const typed = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, LONGEST) : '');
