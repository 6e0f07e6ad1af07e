import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { DomainError, newSecret } from '@app/kernel';
import { Catalogue } from '@app/occupations';
import { CancellationForm, ComplaintForm, ErrorForm } from './message-forms.js';
import { PublicMessages, sortOf } from '@app/messages';

const FEW = { limit: 20, seconds: 600 };
type Page = 'complaint' | 'cancellation' | 'report-error';

/** The forms by which anybody may write to us, and the page that says it has arrived. What was typed is never in an address. */
@Controller()
export class MessagesController {
  constructor(
    private readonly messages: PublicMessages,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('complaints/write')
  complaint(): View {
    return form('complaint', {});
  }

  @Post('complaints/write')
  @RateLimit(FEW)
  async complain(
    @Form(ComplaintForm) { value, errors, typed }: Arrived<ComplaintForm>,
  ): Promise<View | SeeOther> {
    if (errors) return form('complaint', typed, { errors });
    const { form_token: formToken, email, order, name = 'not given', message } = value;
    return this.arrived(
      await this.messages.receive({
        sort: 'complaint',
        formToken,
        email,
        ...(order === undefined ? {} : { order }),
        said: { Name: name, Complaint: message },
      }),
    );
  }

  @Get('cancellation/notice')
  cancellation(@Query('order') order: unknown): View {
    return form('cancellation', typeof order === 'string' ? { order } : {});
  }

  @Post('cancellation/notice')
  @RateLimit(FEW)
  async cancel(
    @Form(CancellationForm) { value, errors, typed }: Arrived<CancellationForm>,
  ): Promise<View | SeeOther> {
    if (errors) return form('cancellation', typed, { errors });
    const { form_token: formToken, email, order, name, address, ordered_on } = value;
    return this.arrived(
      await this.messages.receive({
        sort: 'cancellation_notice',
        formToken,
        email,
        order,
        said: {
          Name: name,
          Address: address ?? 'not given',
          'Ordered on': ordered_on ?? 'not given',
          Notice:
            'I hereby give notice that I cancel my contract for the supply of the Career Pivot Blueprint.',
        },
      }),
    );
  }

  @Get('occupations/:slug/report-an-error')
  error(@Param('slug') slug: string): View {
    return form('report-error', {}, { occupation: this.occupation(slug) });
  }

  @Post('occupations/:slug/report-an-error')
  @RateLimit(FEW)
  async reportError(
    @Param('slug') slug: string,
    @Form(ErrorForm) { value, errors, typed }: Arrived<ErrorForm>,
  ): Promise<View | SeeOther> {
    const occupation = this.occupation(slug);
    if (errors) return form('report-error', typed, { errors, occupation });
    const { form_token: formToken, email, source = 'not given', message } = value;
    return this.arrived(
      await this.messages.receive({
        sort: 'report_error',
        formToken,
        ...(email === undefined ? {} : { email }),
        page: `/occupations/${occupation.slug}`,
        said: { 'What is wrong': message, Source: source, Catalogue: this.catalogue.version },
      }),
    );
  }

  /** "It has arrived", with the reference and what happens next. */
  @Get('messages/:reference')
  @RateLimit({ limit: 60, seconds: 600 })
  async page(@Param('reference') reference: string): Promise<View> {
    const sort = sortOf(reference);
    const arrived = sort && (await this.messages.arrived(sort, reference));
    if (!arrived) throw new DomainError('not_found', 'No message has this reference.');
    return view('site/messages/arrived', arrived);
  }

  private arrived(reference: string): SeeOther {
    return seeOther(`/messages/${reference}`);
  }

  private occupation(slug: string): { slug: string; title: string } {
    const known = this.catalogue.all().find((each) => each.slug === slug);
    if (!known) throw new DomainError('not_found', 'We have no report under this name.');
    return { slug: known.slug, title: known.title };
  }
}

const FIELDS = ['message', 'name', 'email', 'order', 'address', 'ordered_on', 'source', 'form_token'];

/** A form with what was typed before and what is wrong with it; nothing is filled in by us but the name of the form. */
function form(
  page: Page,
  given: Readonly<Record<string, string>>,
  { errors = [], occupation }: { errors?: readonly FieldError[]; occupation?: object } = {},
): View {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, given[name] ?? '']));
  const values = { ...typed, form_token: typed['form_token'] === '' ? newSecret() : typed['form_token'] };
  const shown = errors.map(({ field, message }) =>
    field === 'form_token' ? { field: 'send', message } : { field, message },
  );
  const wrong = Object.fromEntries(FIELDS.map((name) => [name, errors.some(({ field }) => field === name)]));
  return view(
    `site/messages/${page}`,
    {
      values,
      errors: shown,
      wrong,
      occupation,
    },
    errors.length > 0 ? { status: 422 } : {},
  );
}
