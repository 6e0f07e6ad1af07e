import { Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BlueprintEditing } from '@app/blueprint';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError, sha256 } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Claims, DraftWriting, Instructions, signaturesOf } from '@app/review';
import { StaffService } from '@app/staff';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { ViewsLog } from '../../access/views-log.js';
import { done } from '../../done-words.js';
import { pageNumber } from '../../request-text.js';
import { DecisionAttempt } from '../decision-attempt.js';
import { DraftPictures } from '../workbench/draft-pictures.js';
import { EditPage } from './edit-page.js';
import { EditForm, NoteForm, TakeBackForm } from './edit.forms.js';

const LAST_PAGE = 15;

/** Words of a claimed draft, changed block by block, and the note that its reviewer owes the person. */
@Controller('reviews/:id')
@Needs('reviews.decide')
export class EditController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: EditPage,
    private readonly writing: DraftWriting,
    private readonly instructions: Instructions,
    private readonly editing: BlueprintEditing,
    private readonly pictures: DraftPictures,
    private readonly decision: DecisionAttempt,
    private readonly claims: Claims,
    private readonly staff: StaffService,
    private readonly views: ViewsLog,
  ) {}

  @Get('edit')
  async show(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('page') page: unknown,
    @Query('done') what: unknown,
  ): Promise<View> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    await this.views.opened(staff, review.orderId);
    return await this.page.of(review, staff, {
      page: Math.min(pageNumber(page), LAST_PAGE),
      done: done(what),
    });
  }

  /** A page as it would be with the changes that wait. Only that page is drawn. */
  @Get('edit/pages/:page')
  async picture(
    @Param('id') id: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentStaff() staff: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const review = await this.folder.review(id);
    const pdf =
      page >= 1 && page <= LAST_PAGE ? this.editing.page(await this.writing.draft(review), page) : null;
    if (pdf === null) throw new DomainError('not_found', 'The draft has no such page.');
    await this.views.opened(staff, review.orderId, 'blueprint.viewed', {
      blueprintId: review.blueprintId,
      page,
    });
    reply.type('image/png');
    return await this.pictures.of(pdf, sha256(pdf), 1);
  }

  @Post('edit')
  async edit(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(EditForm) { page, block, text }: EditForm,
  ): Promise<View | SeeOther> {
    const review = await this.folder.review(id);
    try {
      await this.writing.edit(review.id, { page, key: block, text }, staff);
    } catch (error) {
      if (!(error instanceof DomainError) || !SHOWN.has(error.code)) throw error;
      const refusal = { message: error.message, status: statusOf(error.code), block, text };
      return await this.page.of(await this.folder.review(id), staff, { page, refusal });
    }
    await this.claims.touch(review.id, staff.staffId);
    return seeOther(`/reviews/${id}/edit?page=${page}&done=edited`);
  }

  @Post('edit/take-back')
  takeBack(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(TakeBackForm) { page, instruction }: TakeBackForm,
  ): Promise<View | SeeOther> {
    const next = `/reviews/${id}/edit?page=${Math.max(1, page)}&done=taken_back`;
    const act = async (): Promise<void> => {
      if (instruction.trim() !== '') await this.instructions.add(id, { page, words: instruction }, staff);
      await this.writing.takeBack(id, page === 0 ? null : page, staff);
    };
    return this.decision.of(id, staff, act, next);
  }

  /** Makes the next version with the changes that wait. */
  @Post('file')
  makeFile(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.writing.makeFile(id, null, staff),
      `/reviews/${id}?done=file_made`,
    );
  }

  /** Makes the next version with a note of this person's on page 15, and leads to it. */
  @Post('note')
  async note(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(NoteForm) { note: text, signature: wanted }: NoteForm,
  ): Promise<View | SeeOther> {
    const ways = signaturesOf((await this.staff.names()).get(staff.staffId) ?? '');
    const signature = ways.find((one) => one === wanted) ?? ways[0] ?? '';
    const act = (): Promise<void> => this.writing.makeFile(id, { text, signature }, staff);
    const form = { field: 'note', kept: { note: text, signature } };
    return await this.decision.of(id, staff, act, `/reviews/${id}?page=15&done=noted`, form);
  }
}

/** Refusals that are shown at the field. */
const SHOWN = new Set(['edit_refused', 'claim_lost', 'review_file_changed']);
