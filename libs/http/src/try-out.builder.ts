import { Body, Controller, Get, HttpCode, Module, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';
import { PublicPage } from './caching.js';
import { formToken } from './csrf.js';
import { RateLimit } from './rate-limit.js';
import { currentRequest } from './request-context.js';
import { Page, seeOther, view } from './view.js';

@Controller()
class TryOutController {
  @Get('public')
  @PublicPage()
  @Page('site/errors/error')
  public(): object {
    return { status: 404, detail: '<script>alert(1)</script>', code: 'x', request_id: 'the same' };
  }

  private made = 0;

  @Get('counted')
  @PublicPage()
  @Page('site/errors/error')
  counted(): object {
    this.made += 1;
    return { status: 404, detail: `Made ${this.made}`, code: 'x' };
  }

  @Get('personal')
  personal(): object {
    return view('site/errors/error', { status: 404, detail: 'For you', code: 'x' });
  }

  /** What two forms on one page carry. */
  @Get('forms')
  forms(): string[] {
    const { reply } = currentRequest() ?? {};
    return reply ? [formToken(reply), formToken(reply)] : [];
  }

  @Post('save')
  save(@Body() body: object): unknown {
    return 'wrong' in body
      ? view('site/errors/error', { status: 422, detail: 'Wrong', code: 'x' }, { status: 422 })
      : seeOther('/done');
  }

  @Post('webhooks/try')
  @HttpCode(200)
  webhook(@Req() request: RawBodyRequest<FastifyRequest>): string {
    return request.rawBody?.toString() ?? '';
  }

  @Get('refused')
  refused(): never {
    throw new DomainError('order_not_found', 'There is no such order.');
  }

  @Get('outage')
  outage(): never {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret inside');
  }

  @Get('limited')
  @RateLimit({ limit: 2, seconds: 60 })
  limited(): string {
    return 'ok';
  }
}

/** An app of pages that each show one thing this lib does, for its tests. */
@Module({ controllers: [TryOutController] })
export class TryOutModule {}
