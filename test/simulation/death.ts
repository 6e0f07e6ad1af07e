import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** What a statement of a dead worker is answered with. */
export class WorkerDied extends Error {}

/** What befalls a job. */
export interface Accident {
  /** How many statements reach the database before. */
  readonly after: number;
  /** `dies`: as by `kill -9`, nothing reaches it from then on. `cut_off`: one connection is lost, and the worker goes on. */
  readonly kind: 'dies' | 'cut_off';
}

interface Life {
  readonly kind: Accident['kind'];
  left: number;
  over: boolean;
  readonly die: () => void;
}

const lives = new AsyncLocalStorage<Life>();
let installed = false;

/** From then on each statement is counted by the life in which it is sent. */
function install(): void {
  if (installed) return;
  installed = true;
  const real = pg.Client.prototype.query as unknown as (this: pg.Client, ...parameters: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...parameters: unknown[]): unknown {
      const life = lives.getStore();
      const lives_on = !life || (!life.over && life.left > 0) || (life.over && life.kind === 'cut_off');
      if (lives_on) {
        if (life) life.left -= 1;
        return real.apply(this, parameters);
      }
      life.over = true;
      // The server ends the transaction of a client that is gone.
      (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      if (life.kind === 'dies') life.die();
      const callback = parameters.find((each) => typeof each === 'function') as
        ((error: Error) => void) | undefined;
      const error = new WorkerDied('Connection terminated unexpectedly');
      if (callback) return void setImmediate(() => callback(error));
      return Promise.reject(error);
    },
  });
}

/** Runs work that has an accident, or none. What was sent to Stripe or a mail server before has happened. */
export async function withAccident(
  accident: Accident | undefined,
  work: () => Promise<void>,
): Promise<{ died: boolean; error?: unknown }> {
  const ending = (running: Promise<void>): Promise<unknown> =>
    running.then(
      () => undefined,
      (error: unknown) => error ?? new Error('nothing was thrown'),
    );
  if (!accident) return { died: false, error: await ending(work()) };
  install();
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const life: Life = { kind: accident.kind, left: accident.after, over: false, die };
  const ended = lives.run(life, () => ending(work()));
  const error = await Promise.race([ended, death.then(() => new WorkerDied())]);
  const died = life.over && life.kind === 'dies';
  // Whatever still runs of it can do nothing more; it is waited for, so that the next worker has the place for itself.
  if (died) await ended;
  return { died, error };
}
