import { Injectable } from '@nestjs/common';
import { stableJson } from '@app/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Stripe from 'stripe';
import { SandboxOptions } from '../options.js';
import { newId } from '../store/ids.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { checkKey } from './authentication.js';
import { type Fault, FaultPlan } from './fault-plan.js';
import { apiRequest } from '../store/request-context.js';
import { invalidRequest, StripeApiError } from './stripe-error.js';
import { isRefusal, refusal } from './refusals.js';

declare module 'fastify' {
  interface FastifyRequest {
    stripeRequestId?: string;
    /** Set while this request is the first with its idempotency key. */
    idempotent?: { readonly key: string; readonly request: string };
    fault?: Fault;
    /** Whether an error answer is kept under the idempotency key. */
    keepAnswer?: boolean;
  }
}

const isApi = (request: FastifyRequest): boolean => /^\/v\d(\/|\?|$)/.test(request.url);
const pathOf = (request: FastifyRequest): string => request.url.replace(/\?.*$/s, '');
const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** What every API call passes before and after its handler: request id, version, key, planned faults, idempotency. */
@Injectable()
export class ApiEdge {
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly options: SandboxOptions,
    private readonly store: SandboxStore,
    private readonly faults: FaultPlan,
  ) {}

  attach(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => this.begin(request, reply, done));
    // Not earlier: reading the body leaves the asynchronous context.
    server.addHook('preValidation', (request, _reply, done) => this.enter(request, done));
    server.addHook('preHandler', (request, reply) => this.beforeHandler(request, reply));
    server.addHook('onSend', (request, reply, payload: unknown) => this.beforeSend(request, reply, payload));
  }

  private begin(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
    if (!isApi(request)) return done();
    const id = newId('req');
    request.stripeRequestId = id;
    const version = header(request, 'stripe-version') ?? Stripe.API_VERSION;
    void reply
      .header('request-id', id)
      .header('stripe-version', version.slice(0, 40).replace(/[^\w.-]/g, ''));
    const key = header(request, 'idempotency-key') ?? null;
    try {
      checkKey(header(request, 'authorization'), this.options.secretKey);
      if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version))
        throw invalidRequest(`Invalid Stripe API version: ${version.slice(0, 40)}`);
      if (key !== null && key.length > 255)
        throw invalidRequest('Idempotency keys can be at most 255 characters long.');
    } catch (error) {
      return done(error as Error);
    }
    done();
  }

  private enter(request: FastifyRequest, done: () => void): void {
    if (request.stripeRequestId === undefined) return done();
    apiRequest.run(
      { id: request.stripeRequestId, idempotencyKey: header(request, 'idempotency-key') ?? null },
      () => done(),
    );
  }

  private async beforeHandler(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (!isApi(request)) return undefined;
    const key = header(request, 'idempotency-key');
    // Stripe ignores the key on GET.
    if (request.method === 'POST' && key !== undefined && key !== '') {
      const asked = stableJson([request.method, pathOf(request), request.body ?? {}]);
      const earlier = this.store.answers.get(key);
      if (earlier && earlier.request !== asked) throw otherRequest(key);
      if (earlier) return this.replay(earlier, reply);
      if (this.inFlight.has(key)) throw stillRunning();
      this.inFlight.add(key);
      request.idempotent = { key, request: asked };
    }
    const fault = this.faults.take(request.method, pathOf(request));
    if (fault) await this.suffer(fault, request, reply);
    return undefined;
  }

  private replay(earlier: { status: number; body: string }, reply: FastifyReply): FastifyReply {
    return reply
      .code(earlier.status)
      .header('idempotent-replayed', 'true')
      .header('content-type', 'application/json; charset=utf-8')
      .send(earlier.body);
  }

  private async suffer(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    request.fault = fault;
    if (fault.final === true) void reply.header('stripe-should-retry', 'false');
    if (fault.kind === 'held') await this.faults.hold();
    if (fault.kind === 'slow') await silence(request, fault.holdMs);
    if (fault.kind === 'timeout') {
      await silence(request, fault.holdMs);
      request.raw.socket.destroy();
    }
    if (isRefusal(fault.kind)) throw refusal(fault.kind);
    if (typeof fault.kind === 'number' || fault.kind === 'timeout') throw faultError(fault.kind);
  }

  private async beforeSend(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const first = request.idempotent;
    if (first) {
      const keep = reply.statusCode < 400 || request.keepAnswer === true;
      if (keep && typeof payload === 'string') {
        this.store.answers.add({
          id: first.key,
          request: first.request,
          status: reply.statusCode,
          body: payload,
        });
        this.store.changed();
      }
      this.inFlight.delete(first.key);
    }
    if (request.fault?.kind === 'error_after_success') {
      void reply.code(500);
      return JSON.stringify(faultError(500).body);
    }
    if (request.fault?.kind === 'timeout_after_success') {
      await silence(request, request.fault.holdMs);
      request.raw.socket.destroy();
    }
    return payload;
  }
}

/** Waits, but no longer than the client does. */
function silence(request: FastifyRequest, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = request.raw.socket;
    const end = (): void => {
      clearTimeout(timer);
      socket.off('close', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    socket.once('close', end);
  });
}

const otherRequest = (key: string): StripeApiError =>
  new StripeApiError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  });

const stillRunning = (): StripeApiError =>
  new StripeApiError(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message:
      'There is currently another in-progress request using this Idempotent Key. Please try again later.',
  });

function faultError(kind: number | 'timeout'): StripeApiError {
  const status = kind === 'timeout' ? 504 : kind;
  if (status === 429) {
    return new StripeApiError(429, {
      type: 'rate_limit_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded.',
    });
  }
  const type = status >= 500 ? 'api_error' : 'invalid_request_error';
  return new StripeApiError(status, { type, message: 'The sandbox was told to fail this request.' });
}
