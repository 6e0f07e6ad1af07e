import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { EmailRenderer } from '@app/mail';
import { SmtpMailer } from '../../libs/mail/src/smtp-mailer.js';
import { StripeGateway } from '../../libs/payments/src/stripe-gateway.js';

/** What a statement of a dead worker is answered with. */
export class WorkerDied extends Error {}

/** What a step throws of which nobody knows the reason. */
export class Stumbled extends Error {}

/** What befalls a job. */
export interface Accident {
  /** How many steps are done before: a statement, a call of Stripe, an email. */
  readonly after: number;
  /**
   * `dies`: as by `kill -9`, nothing reaches the database from then on. `cut_off`: one connection is lost, and the worker goes on.
   * `throws`: the step throws in the program, and nothing else is wrong; a call that went out may have been done.
   */
  readonly kind: 'dies' | 'cut_off' | 'throws';
}

interface Life {
  readonly kind: Accident['kind'];
  left: number;
  over: boolean;
  readonly die: () => void;
  /** The server's processes of the connections that it lost. */
  readonly cut: number[];
}

/** What the product asks of Stripe and waits for. */
const CALLS = [
  'createSession',
  'session',
  'expireSession',
  'refundById',
  'refundsOf',
  'createRefund',
  'dispute',
  'fraudWarning',
];

interface Connected {
  readonly connection: { readonly stream: { destroy(): void } };
  /** Null until it is connected. */
  readonly processID: number | null;
}

const lives = new AsyncLocalStorage<Life>();
let installed = false;

/** @throws Stumbled when this is the step at which the present life stumbles. */
function step(what: string): void {
  const life = lives.getStore();
  if (life?.kind !== 'throws' || life.over) return;
  if (life.left > 0) life.left -= 1;
  else {
    life.over = true;
    throw new Stumbled(`stumbled at ${what}`);
  }
}

/** A call may be lost on its way out, or its answer on the way back. */
function stumbleAt(service: object, name: string): void {
  const methods = service as Record<string, (...given: unknown[]) => unknown>;
  const real = methods[name];
  if (!real) throw new Error(`no method ${name}`);
  methods[name] = function (this: unknown, ...given: unknown[]): unknown {
    if (lives.getStore()?.kind !== 'throws') return real.apply(this, given);
    return (async () => {
      step(`the call of ${name}`);
      const answer = await real.apply(this, given);
      step(`the answer of ${name}`);
      return answer;
    })();
  };
}

/** From then on each statement is counted by the life in which it is sent. */
function install(): void {
  if (installed) return;
  installed = true;
  stumbleAt(SmtpMailer.prototype, 'send');
  stumbleAt(EmailRenderer.prototype, 'render');
  for (const name of CALLS) stumbleAt(StripeGateway.prototype, name);
  const real = pg.Client.prototype.query as unknown as (this: pg.Client, ...parameters: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...parameters: unknown[]): unknown {
      const life = lives.getStore();
      if (life?.kind === 'throws') {
        try {
          step(`the statement ${statement(parameters[0])}`);
        } catch (error) {
          return refused(parameters, error as Error);
        }
        return real.apply(this, parameters);
      }
      const lives_on = !life || (!life.over && life.left > 0) || (life.over && life.kind === 'cut_off');
      if (lives_on) {
        if (life) life.left -= 1;
        return real.apply(this, parameters);
      }
      life.over = true;
      // The server ends the transaction of a client that is gone.
      const { connection, processID } = this as unknown as Connected;
      connection.stream.destroy();
      if (typeof processID === 'number') life.cut.push(processID);
      if (life.kind === 'dies') life.die();
      return refused(parameters, new WorkerDied('Connection terminated unexpectedly'));
    },
  });
}

/** Answers a query with an error, in whichever way it was asked. */
function refused(parameters: readonly unknown[], error: Error): unknown {
  const callback = parameters.find((each) => typeof each === 'function') as
    ((error: Error) => void) | undefined;
  if (callback) return void setImmediate(() => callback(error));
  return Promise.reject(error);
}

const statement = (asked: unknown): string => {
  const text = typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '');
  return text.replaceAll(/\s+/g, ' ').slice(0, 40);
};

/** Runs work that has an accident, or none. What was sent to Stripe or a mail server before has happened. */
export async function withAccident(
  accident: Accident | undefined,
  work: () => Promise<void>,
): Promise<{ died: boolean; stumbled: boolean; cut: readonly number[]; error?: unknown }> {
  const ending = (running: Promise<void>): Promise<unknown> =>
    running.then(
      () => undefined,
      (error: unknown) => error ?? new Error('nothing was thrown'),
    );
  if (!accident) return { died: false, stumbled: false, cut: [], error: await ending(work()) };
  install();
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const life: Life = { kind: accident.kind, left: accident.after, over: false, die, cut: [] };
  const ended = lives.run(life, () => ending(work()));
  const error = await Promise.race([ended, death.then(() => new WorkerDied())]);
  const died = life.over && life.kind === 'dies';
  // Whatever still runs of it can do nothing more; it is waited for, so that the next worker has the place for itself.
  if (died) await ended;
  return { died, stumbled: life.over && life.kind === 'throws', cut: life.cut, error };
}
