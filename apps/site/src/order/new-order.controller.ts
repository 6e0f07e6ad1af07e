import { Controller, Get, Inject, Ip, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, type Clock, DomainError, newSecret, promiseFor, unlessExhausted } from '@app/kernel';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  validateForm,
  type View,
  view,
} from '@app/http';
import type { PersonalResult } from '@app/assessment';
import { emailSuggestion, OrdersService, waitEndsAt } from '@app/orders';
import { CheckoutService, EMAIL_REFUSED } from '@app/payments';
import { CustomerCookies } from './customer-cookies.js';
import { AttemptForm, OrderForm } from './order-form.js';
import { unavailable } from './unavailable.js';
import { asksAnything, lookedAt, secondLook } from './second-look.js';
import { TypedForms } from '../forms/typed-forms.js';
import { ORDER_FORM, type TypedOrder } from './typed-order.js';

interface FormState {
  readonly values: TypedOrder;
  readonly errors?: readonly FieldError[];
  /** It was in order, and something in it is worth a second look. */
  readonly looked?: boolean;
  /** It was sent, and stands in the cookie. */
  readonly again?: boolean;
}

/** What the blueprint would be made from: how much the person said is told before they pay. */
type MadeFrom = Pick<PersonalResult, 'occupationTitle' | 'betweenJobs' | 'level' | 'levelWords'>;

const USED =
  'This form was sent before and its order has ended. Look over it and send it again, and it becomes a new order.';

/** The page before paying: everything the law and a careful buyer ask for, one form, one button. */
@Controller('order')
export class NewOrderController {
  constructor(
    private readonly cookies: CustomerCookies,
    private readonly typed: TypedForms,
    private readonly orders: OrdersService,
    private readonly checkout: CheckoutService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('new')
  async form(@Req() request: FastifyRequest, @Query('again') again: unknown): Promise<View | SeeOther> {
    const assessment = await this.cookies.assessment(request);
    if (!assessment?.result || !assessment.completedAt)
      return view('site/order/answers-first', { begun: assessment !== null });
    const live = await this.orders.liveFor(assessment.id);
    if (live?.state === 'paid') return await this.alreadyPaid(request, live.id);
    if (typeof again === 'string')
      return await this.again(assessment.result, again, this.typed.of(request, ORDER_FORM));
    const values = live
      ? { name: live.customerName, email: live.customerEmail }
      : { name: '', email: assessment.email ?? '' };
    return this.page(assessment.result, { values });
  }

  @Post('new')
  @RateLimit({ limit: 20, seconds: 60 })
  async place(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Form(OrderForm) { value, errors, typed }: Arrived<OrderForm>,
    @Ip() ipAddress: string,
  ): Promise<View | SeeOther> {
    const assessment = await this.cookies.assessment(request);
    if (!assessment?.result || !assessment.completedAt)
      return view('site/order/answers-first', { begun: assessment !== null });
    const { occupationTitle } = assessment.result;
    if (errors) return this.askAgain(reply, 'errors', typed);
    if (asksAnything(secondLook(value)) && value.looked_at !== lookedAt(value))
      return this.askAgain(reply, 'look', typed);
    this.typed.forget(reply, ORDER_FORM);
    try {
      const { order, accessToken } = await this.orders.place({
        formToken: value.form_token,
        assessmentId: assessment.id,
        occupationTitle,
        answersCompleteAt: assessment.completedAt,
        customerName: value.name,
        customerEmail: value.email,
        startChoice: value.start,
        consents:
          value.start === 'start_now' ? ['start_in_cancellation_period', 'right_ends_on_delivery'] : [],
        ipAddress,
      });
      this.cookies.rememberOrder(reply, accessToken);
      return await this.toPayment(order.id, accessToken);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'order_exists_paid')
        return await this.alreadyPaid(request, String(error.details['orderId']));
      if (error.code === 'checkout_email_refused') return this.askAgain(reply, 'refused', typed);
      if (error.code !== 'order_form_used') throw error;
      return this.askAgain(reply, 'used', typed);
    }
  }

  /** By redirect, so that Back and Reload send nothing twice. */
  private askAgain(
    reply: FastifyReply,
    why: 'errors' | 'look' | 'refused' | 'used',
    typed: TypedOrder,
  ): SeeOther {
    this.typed.keep(reply, ORDER_FORM, typed);
    return seeOther(`/order/new?again=${why}`);
  }

  /** The form with what was typed, checked anew: what is to be put right, or what is worth a second look. */
  private async again(result: MadeFrom, why: string, sent: TypedOrder): Promise<View> {
    const { form_token: _used, ...kept } = sent;
    const meant = why === 'meant' ? emailSuggestion(sent.email ?? '') : undefined;
    const typed = { ...sent, ...(meant !== undefined && { email: meant }) };
    if (why === 'used')
      return this.page(result, { again: true, values: kept, errors: [{ field: 'pay', message: USED }] });
    const checked = await validateForm(OrderForm, typed);
    const errors =
      checked.errors ?? (why === 'refused' ? [{ field: 'email', message: EMAIL_REFUSED }] : undefined);
    // A form that was never sent asks for nothing.
    return this.page(result, {
      again: true,
      values: typed,
      ...(errors && Object.keys(typed).length > 0 && { errors }),
      looked: !errors && asksAnything(secondLook(typed)),
    });
  }

  /** Back from the pay page with a session. */
  @Get('return')
  @RateLimit({ limit: 60, seconds: 60 })
  async return(
    @Query('session_id') session: unknown,
    @Req() request: FastifyRequest,
  ): Promise<View | SeeOther> {
    const order = await this.checkout.confirm(typeof session === 'string' ? session : '');
    // The address of the return is known to Stripe, to histories and to whoever was sent it. It opens no order elsewhere.
    const token = await this.ownToken(request, order.id);
    if (token === undefined) return view('site/order/returned', { paid: order.state === 'paid' });
    return seeOther(`/orders/${token}${order.state === 'awaiting_payment' ? '?confirming=1' : ''}`);
  }

  /** Back from the pay page without paying. */
  @Get('cancelled')
  async cancelled(@Query('attempt') attempt: unknown): Promise<View> {
    const order = typeof attempt === 'string' ? await this.checkout.orderOfAttempt(attempt) : null;
    return view('site/order/not-paid', {
      attempt: order?.state === 'awaiting_payment' ? attempt : '',
      paid: order?.state === 'paid',
    });
  }

  @Post('cancelled')
  @RateLimit({ limit: 20, seconds: 60 })
  async payAfterAll(
    @Form(AttemptForm) { value }: Arrived<AttemptForm>,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    const order = value?.attempt ? await this.checkout.orderOfAttempt(value.attempt) : null;
    const token = order === null ? undefined : await this.ownToken(request, order.id);
    if (!order || token === undefined) return seeOther('/order/new');
    return await this.toPayment(order.id, token).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return seeOther(`/orders/${token}${unavailable(error.code)}`);
    });
  }

  /** To Stripe's page; when it cannot be opened, to the status page, which says so and offers to try again. */
  private async toPayment(orderId: string, accessToken: string): Promise<SeeOther> {
    try {
      return seeOther((await this.checkout.open(orderId)).url);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'checkout_email_refused') throw error;
      return seeOther(`/orders/${accessToken}${unavailable(error.code)}`);
    }
  }

  /** The order page opens for the browser that ordered; anyone else with the answers is pointed to the email. */
  private async alreadyPaid(request: FastifyRequest, orderId: string): Promise<View | SeeOther> {
    const token = await this.ownToken(request, orderId);
    return token === undefined
      ? view('site/order/already-paid', {}, { status: 409 })
      : seeOther(`/orders/${token}`);
  }

  /** The secret of this order, if it was placed in this browser. */
  private async ownToken(request: FastifyRequest, orderId: string): Promise<string | undefined> {
    const token = this.cookies.orderToken(request);
    const order = token === undefined ? null : await this.orders.byAccessToken(token);
    return order?.id === orderId ? token : undefined;
  }

  private page(result: MadeFrom, { values, errors, looked = false, again = false }: FormState): View {
    const now = this.clock.now();
    const waitUntil = waitEndsAt(now);
    const started = unlessExhausted(() => promiseFor(now));
    const waited = unlessExhausted(() => promiseFor(waitUntil));
    const data = {
      occupation: result.occupationTitle,
      between: result.betweenJobs ?? false,
      level_words: result.levelWords,
      thin: result.level.startsWith('title'),
      errors: errors ?? [],
      bad: Object.fromEntries((errors ?? []).map(({ field }) => [field, true])),
      values: {
        name: '',
        email: '',
        start: '',
        consent_start: '',
        consent_end: '',
        ...values,
        looked_at: lookedAt(values),
        form_token: values['form_token'] ?? newSecret(),
      },
      promise_now: started?.promiseAt ?? null,
      target_now: started?.targetAt ?? null,
      wait_until: waitUntil,
      promise_wait: waited?.promiseAt ?? null,
      consents: this.orders.consentWording,
      look: secondLook(values),
      looked,
      again,
    };
    return view('site/order/new', data);
  }
}
