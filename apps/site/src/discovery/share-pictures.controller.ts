import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { publicFor, RateLimit } from '@app/http';
import { DomainError } from '@app/kernel';
import { SharePictures } from './share-pictures.js';

const YEAR = 31_536_000;

/** `/pictures/<name>.<version>.png`: what a messenger shows beside a link to a page of ours. */
@Controller('pictures')
export class SharePicturesController {
  constructor(private readonly pictures: SharePictures) {}

  @Get(':file')
  @RateLimit({ limit: 120, seconds: 60 })
  async picture(
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const [, name, version] = /^([a-z0-9-]+)\.([0-9a-f]{10})\.png$/.exec(file) ?? [];
    const picture = name === undefined ? undefined : await this.pictures.picture(name);
    if (!picture) throw new DomainError('not_found', 'We have no picture under this name.');
    // A link shared earlier names an earlier version: it gets today's picture, but not for ever.
    const current = picture.version === version;
    reply
      .type('image/png')
      .header('cache-control', current ? `${publicFor(YEAR)}, immutable` : publicFor(300))
      // Messengers show it inside their own pages.
      .header('cross-origin-resource-policy', 'cross-origin');
    return picture.png;
  }
}
