import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PublicPage, type View, view } from '@app/http';

/** Pages of words alone: the law, how to reach us. Their copy is in `templates/site/about/`. */
const PAGES: Readonly<Record<string, string>> = {
  about: 'Who runs this site, how it is paid for, and how it works.',
  accessibility: 'How accessible this site is, what we know does not work yet, and how to tell us.',
  cancellation: 'Your right to cancel, and the model form to do it with.',
  complaints: 'How to complain, and what happens then.',
  cookies: 'The cookies this site sets, all of them needed.',
  privacy: 'What we keep about you, why, for how long, and how to have it sent or erased.',
  terms: 'The terms under which we sell the Career Pivot Blueprint.',
};

@Controller()
export class AboutController {
  @Get(Object.keys(PAGES))
  @PublicPage({ seconds: 3_600 })
  page(@Req() request: FastifyRequest): View {
    const page = request.routeOptions.url?.slice(1) ?? '';
    return view(`site/about/${page}`, {
      meta: { description: PAGES[page], indexable: true },
    });
  }
}
