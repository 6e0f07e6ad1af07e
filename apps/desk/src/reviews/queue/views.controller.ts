import { Controller, Param, Post } from '@nestjs/common';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { filtersAmong, QueueViews } from '@app/review';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { KeepViewForm, RenameViewForm, StartForm } from './queue.forms.js';
import { QueuePage } from './queue-page.js';

/** Ways to look at the queue that each keeps for themselves. */
@Controller('reviews/views')
@Needs('reviews.read')
export class ViewsController {
  constructor(
    private readonly views: QueueViews,
    private readonly page: QueuePage,
  ) {}

  @Post()
  keep(
    @CurrentStaff() staff: Caller,
    @ValidForm(KeepViewForm) { name, show }: KeepViewForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, { show }, async () => {
      const { id } = await this.views.keep(staff.staffId, name, filtersAmong(show));
      return seeOther(`/reviews?view=${id}&done=view_kept`);
    });
  }

  @Post(':id/rename')
  rename(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(RenameViewForm) { name }: RenameViewForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, { view: id }, async () => {
      await this.views.rename(staff.staffId, await this.own(staff, id), name);
      return seeOther(`/reviews?view=${id}&done=view_renamed`);
    });
  }

  /** Makes it the view the queue opens with, or no longer. */
  @Post(':id/start')
  async start(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(StartForm) { start }: StartForm,
  ): Promise<SeeOther> {
    const own = await this.own(staff, id);
    await this.views.startWith(staff.staffId, start === 'yes' ? own : null);
    return seeOther(`/reviews?view=${own}&done=${start === 'yes' ? 'view_start' : 'view_no_start'}`);
  }

  @Post(':id/delete')
  async remove(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<SeeOther> {
    await this.views.remove(staff.staffId, await this.own(staff, id));
    return seeOther('/reviews?show=open&done=view_deleted');
  }

  /** @throws DomainError `not_found` for a view of somebody else, as for one that is not there. */
  private async own({ staffId }: Caller, id: string): Promise<string> {
    if ((await this.views.of(staffId)).some((one) => one.id === id)) return id;
    throw new DomainError('not_found', 'There is no such view.');
  }

  private async attempt(
    staff: Caller,
    query: Record<string, unknown>,
    act: () => Promise<SeeOther>,
  ): Promise<View | SeeOther> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'view_refused') throw error;
      return await this.page.of(staff, query, { messages: [error.message], status: statusOf(error.code) });
    }
  }
}
