import { Controller, Get, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BlueprintService } from '@app/blueprint';
import type { View } from '@app/http';
import { sha256 } from '@app/kernel';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { ViewsLog } from '../../access/views-log.js';
import { DraftPictures } from '../workbench/draft-pictures.js';
import { ComparePage } from './compare-page.js';

/** A number in an address; undefined for anything else, so that the page chooses. */
const numberIn = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;

/** Every version of an order's blueprint, two of them side by side. */
@Controller('orders/:id/versions')
@Needs('reviews.read')
export class VersionsController {
  constructor(
    private readonly compare: ComparePage,
    private readonly blueprints: BlueprintService,
    private readonly pictures: DraftPictures,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('from') from: unknown,
    @Query('to') to: unknown,
    @Query('page') page: unknown,
  ): Promise<View> {
    const asked = { from: numberIn(from), to: numberIn(to), page: numberIn(page) };
    const shown = await this.compare.of(id, asked);
    await this.views.opened(staff, id);
    return shown;
  }

  @Get(':version/pages/:page')
  async picture(
    @Param('id') id: string,
    @Param('version', ParseIntPipe) version: number,
    @Param('page', ParseIntPipe) page: number,
    @CurrentStaff() staff: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { id: blueprintId } = await this.compare.version(id, version);
    const { pdf } = await this.blueprints.file(blueprintId);
    const picture = await this.pictures.of(pdf, sha256(pdf), page);
    await this.views.opened(staff, id, 'blueprint.viewed', { blueprintId, page });
    reply.type('image/png');
    return picture;
  }
}
