import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** What a statement of a dead worker is answered with. */
export class WorkerDied extends Error {}

interface Life {
  left: number;
  dead: boolean;
  die: () => void;
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
      if (!life) return real.apply(this, parameters);
      if (!life.dead && life.left > 0) {
        life.left -= 1;
        return real.apply(this, parameters);
      }
      life.dead = true;
      // The server ends the transaction of a client that is gone.
      (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      life.die();
      const callback = parameters.find((each) => typeof each === 'function') as
        ((error: Error) => void) | undefined;
      if (callback) return void setImmediate(() => callback(new WorkerDied()));
      return Promise.reject(new WorkerDied());
    },
  });
}

/**
 * Runs work that ends, as by `kill -9`, with the statement after `statements` others: nothing reaches the database from then on. What was sent to
 * Stripe or a mail server before has happened.
 * @param statements undefined: it lives.
 */
export async function dyingAfter(
  statements: number | undefined,
  work: () => Promise<void>,
): Promise<{ killed: boolean; error?: unknown }> {
  if (statements === undefined) {
    try {
      await work();
      return { killed: false };
    } catch (error) {
      return { killed: false, error };
    }
  }
  install();
  let life: Life | undefined;
  const death = new Promise<void>((die) => {
    life = { left: statements, dead: false, die };
  });
  const ended = lives.run(life as unknown as Life, () =>
    work().then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
  const error = await Promise.race([ended, death.then(() => new WorkerDied())]);
  // Whatever still runs of it can do nothing more; it is waited for, so that the next worker has the place for itself.
  if (life?.dead) await ended;
  return { killed: life?.dead ?? false, error };
}
