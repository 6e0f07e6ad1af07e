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
  type View,
  view,
} from '@app/http';
import { OrdersService, waitEndsAt } from '@app/orders';
import { CheckoutService } from '@app/payments';
import { CustomerCookies } from './customer-cookies.js';
import { AttemptForm, OrderForm } from './order-form.js';
import { unavailable } from './unavailable.js';

interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly status?: number;
}

/** The page before paying: everything the law and a careful buyer ask for, one form, one button. */
@Controller('order')
export class NewOrderController {
  constructor(
    private readonly cookies: CustomerCookies,
    private readonly orders: OrdersService,
    private readonly checkout: CheckoutService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('new')
  async form(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const assessment = await this.cookies.assessment(request);
    if (!assessment?.result || !assessment.completedAt)
      return view('site/order/answers-first', { begun: assessment !== null });
    const live = await this.orders.liveFor(assessment.id);
    if (live?.state === 'paid') return await this.alreadyPaid(request, live.id);
    const values = live
      ? { name: live.customerName, email: live.customerEmail }
      : { name: '', email: assessment.email ?? '' };
    return this.page(assessment.result.occupationTitle, { values });
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
    if (errors) return this.page(occupationTitle, { values: typed, errors, status: 422 });
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
      if (error.code === 'checkout_email_refused')
        return this.page(occupationTitle, {
          values: typed,
          errors: [{ field: 'email', message: error.message }],
          status: 422,
        });
      if (error.code !== 'order_form_used') throw error;
      return this.page(occupationTitle, {
        values: { ...typed, form_token: newSecret() },
        errors: [{ field: 'pay', message: error.message }],
        status: 409,
      });
    }
  }

  /** Back from the pay page with a session. */
  @Get('return')
  @RateLimit({ limit: 60, seconds: 60 })
  async return(
    @Query('session_id') session: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const order = await this.checkout.confirm(typeof session === 'string' ? session : '');
    const token = this.orders.accessToken(order);
    this.cookies.rememberOrder(reply, token);
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
  async payAfterAll(@Form(AttemptForm) { value }: Arrived<AttemptForm>): Promise<SeeOther> {
    const order = value?.attempt ? await this.checkout.orderOfAttempt(value.attempt) : null;
    if (!order) return seeOther('/order/new');
    const token = this.orders.accessToken(order);
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
    const token = this.cookies.orderToken(request);
    const order = token === undefined ? null : await this.orders.byAccessToken(token);
    return order?.id === orderId
      ? seeOther(`/orders/${token}`)
      : view('site/order/already-paid', {}, { status: 409 });
  }

  private page(occupation: string, { values, errors, status }: FormState): View {
    const now = this.clock.now();
    const waitUntil = waitEndsAt(now);
    const started = unlessExhausted(() => promiseFor(now));
    const waited = unlessExhausted(() => promiseFor(waitUntil));
    const data = {
      occupation,
      errors: errors ?? [],
      bad: Object.fromEntries((errors ?? []).map(({ field }) => [field, true])),
      values: {
        name: '',
        email: '',
        start: '',
        consent_start: '',
        consent_end: '',
        ...values,
        form_token: values['form_token'] ?? newSecret(),
      },
      promise_now: started?.promiseAt ?? null,
      target_now: started?.targetAt ?? null,
      wait_until: waitUntil,
      promise_wait: waited?.promiseAt ?? null,
      consents: this.orders.consentWording,
    };
    return view('site/order/new', data, status === undefined ? {} : { status });
  }
}
