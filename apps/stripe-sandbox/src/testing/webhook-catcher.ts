import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

/** One webhook as it arrived, its signature checked by the SDK. */
export interface Caught {
  readonly event: Stripe.Event;
  readonly body: string;
}

/** A receiver of webhooks that keeps what comes and answers what it is told. */
export class WebhookCatcher {
  readonly caught: Caught[] = [];
  /** The statuses of the next answers; 200 when there are none left. */
  readonly answers: number[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly url: string,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(secret: string): Promise<WebhookCatcher> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const event = Stripe.webhooks.constructEvent(
          body,
          String(request.headers['stripe-signature']),
          secret,
        );
        response.statusCode = catcher.answers.shift() ?? 200;
        response.end();
        catcher.caught.push({ event, body });
        for (const wake of catcher.waiting) wake();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const stop = (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    };
    const catcher = new WebhookCatcher(`http://127.0.0.1:${port}/hooks`, stop);
    return catcher;
  }

  types(): string[] {
    return this.caught.map(({ event }) => event.type);
  }

  /** Resolves once `test` holds for what has come. @throws Error after five seconds, with what did come. */
  async until(test: (caught: readonly Caught[]) => boolean): Promise<readonly Caught[]> {
    const end = AbortSignal.timeout(5_000);
    while (!test(this.caught)) {
      await new Promise<void>((resolve, reject) => {
        const wake = (): void => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
        end.addEventListener(
          'abort',
          () => reject(new Error(`Waited in vain; came: ${this.types().join(', ')}`)),
          { once: true },
        );
      });
    }
    return this.caught;
  }

  /** Resolves with the first event of `type`. */
  async event(type: Stripe.Event['type']): Promise<Stripe.Event> {
    const caught = await this.until((all) => all.some(({ event }) => event.type === type));
    const found = caught.find(({ event }) => event.type === type);
    if (!found) throw new Error(`No ${type}.`);
    return found.event;
  }

  close(): Promise<void> {
    return this.stop();
  }
}
