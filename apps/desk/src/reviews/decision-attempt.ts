import { Injectable } from '@nestjs/common';
import { type SeeOther, seeOther, statusOf, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import type { Caller } from '../access/signed-in-request.js';
import { type Refusal, ReviewPage } from './review-page.js';

/** Refusals that are part of working together: the page is shown again as it is now, with the reason on top. */
const EXPECTED = new Set([
  'claim_lost',
  'review_file_changed',
  'review_blocked',
  'review_reason_missing',
  'review_note_missing',
  'edit_refused',
  'order_blocked',
  'second_same_person',
]);

/** Those that the field of the form can mend. */
const AT_THE_FIELD = new Set(['review_reason_missing', 'review_blocked', 'edit_refused']);

/** Tries a decision about a review, and leads on or back to its page. */
@Injectable()
export class DecisionAttempt {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: ReviewPage,
  ) {}

  /** @param next where to go, if need be by what came of it. */
  async of<Result>(
    id: string,
    staff: Caller,
    act: () => Promise<Result>,
    next: string | ((result: Result) => string),
    form: Pick<Refusal, 'field' | 'kept'> & { readonly page?: number } = {},
  ): Promise<View | SeeOther> {
    await this.folder.review(id);
    try {
      const result = await act();
      return seeOther(typeof next === 'string' ? next : next(result));
    } catch (error) {
      if (!(error instanceof DomainError) || !EXPECTED.has(error.code)) throw error;
      const missing = AT_THE_FIELD.has(error.code);
      const refusal: Refusal = {
        message: error.message,
        status: statusOf(error.code),
        ...(missing && form.field && { field: form.field }),
        ...(form.kept && { kept: form.kept }),
      };
      const page = form.page === undefined ? {} : { page: form.page };
      return await this.page.of(await this.folder.review(id), staff, { refusal, ...page });
    }
  }
}
