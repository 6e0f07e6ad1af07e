import { Controller, Post } from '@nestjs/common';
import { type SeeOther, seeOther, ValidForm, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Giving } from '@app/review';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { GiveForm, TickedForm } from './queue.forms.js';
import { QueuePage } from './queue-page.js';

/** Reviews that are ticked in the queue are given to a colleague, or taken back. */
@Controller('reviews')
@Needs('reviews.give')
export class GiveController {
  constructor(
    private readonly giving: Giving,
    private readonly folder: ReviewFolder,
    private readonly page: QueuePage,
  ) {}

  @Post('give')
  give(
    @CurrentStaff() staff: Caller,
    @ValidForm(GiveForm) { review, at, to }: GiveForm,
  ): Promise<View | SeeOther> {
    return this.each(review, (id) => this.giving.give(id, to, staff), staff, at, 'given');
  }

  @Post('take-back')
  takeBack(
    @CurrentStaff() staff: Caller,
    @ValidForm(TickedForm) { review, at }: TickedForm,
  ): Promise<View | SeeOther> {
    return this.each(review, (id) => this.giving.takeBack(id, staff), staff, at, 'taken_back_review');
  }

  /** One after the other, each for itself: what cannot be done is told, and keeps nothing else from being done. */
  private async each(
    ids: readonly string[],
    act: (id: string) => Promise<void>,
    staff: Caller,
    at: string,
    done: string,
  ): Promise<View | SeeOther> {
    const messages: string[] = [];
    for (const id of new Set(ids)) {
      try {
        await act(id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        messages.push(`${await this.referenceOf(id)}: ${error.message}`);
      }
    }
    if (messages.length === 0) return seeOther(`/reviews?${at === '' ? 'show=open' : at}&done=${done}`);
    return await this.page.of(staff, queryOf(at), { messages, status: 409 });
  }

  private async referenceOf(reviewId: string): Promise<string> {
    try {
      const { orderId } = await this.folder.review(reviewId);
      return (await this.folder.order(orderId)).order.reference;
    } catch (error) {
      if (error instanceof DomainError) return 'One of them';
      throw error;
    }
  }
}

function queryOf(at: string): Record<string, unknown> {
  const query = new URLSearchParams(at);
  const view = query.get('view');
  return view ? { view } : { show: query.getAll('show') };
}
