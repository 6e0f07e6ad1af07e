import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Needs, Unattended } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { LiveQueue } from './live-queue.js';

@Controller('reviews/live')
export class LiveController {
  constructor(private readonly live: LiveQueue) {}

  /** The counts as they change, as server-sent events. Holds numbers alone, nothing about anybody. */
  @Get()
  @Needs('reviews.read')
  @Unattended()
  async counts(@CurrentStaff() staff: Caller, @Res() reply: FastifyReply): Promise<void> {
    const line = await this.live.open(staff);
    // "close": a line that ends leaves no idle connection for the desk to wait for when it stops.
    await reply
      .type('text/event-stream; charset=utf-8')
      .headers({ connection: 'close', 'x-accel-buffering': 'no' })
      .send(line);
  }
}
