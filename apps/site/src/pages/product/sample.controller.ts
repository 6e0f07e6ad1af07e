import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPage } from '@app/http';
import { DomainError } from '@app/kernel';
import { SampleBlueprint } from './sample-blueprint.js';

/** The sample blueprint and pictures of its pages. */
@Controller('blueprint')
export class SampleController {
  constructor(private readonly sample: SampleBlueprint) {}

  @Get('sample.pdf')
  @PublicPage({ seconds: 3_600 })
  async pdf(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { pdf } = await this.sample.file();
    reply.header('content-disposition', 'inline; filename="Career-Pivot-Blueprint-sample.pdf"');
    await send(pdf, 'application/pdf', request, reply);
  }

  /** All pages for any screen. Its one style sheet stands inside it, so the policy names that style by its hash. */
  @Get('sample')
  @PublicPage({ seconds: 3_600 })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const html = this.sample.html();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    reply.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
    );
    await send(Buffer.from(html), 'text/html; charset=utf-8', request, reply);
  }

  @Get('sample/:picture')
  @PublicPage({ seconds: 3_600 })
  async page(
    @Param('picture') picture: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const number = Number(/^page-(\d{1,2})\.png$/.exec(picture)?.[1] ?? 0);
    const png = number > 0 ? await this.sample.picture(number) : undefined;
    if (!png) throw new DomainError('not_found', 'There is no page at this address.');
    await send(png, 'image/png', request, reply);
  }
}

async function send(body: Buffer, type: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) await reply.code(304).send();
  else await reply.type(type).send(body);
}
