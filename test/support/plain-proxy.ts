import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy as any is: it hands each request to the next of its servers and adds whom it came from to `x-forwarded-for`. */
export interface PlainProxy {
  readonly url: string;
  /** How many requests each server has had. */
  readonly counts: readonly number[];
  /** Begins to hand requests to these ports of this machine, in turn. */
  readonly to: (ports: readonly number[]) => void;
  readonly stop: () => Promise<void>;
}

/** In a test, whom the request is said to come from: what the proxy sees of its visitor, not what a visitor claims. */
export const COMES_FROM = 'x-test-comes-from';

export async function plainProxy(): Promise<PlainProxy> {
  let ports: readonly number[] = [];
  const counts: number[] = [];
  let turn = 0;
  const hand = (asked: IncomingMessage, answer: ServerResponse): void => {
    const index = (turn += 1) % ports.length;
    counts[index] = (counts[index] ?? 0) + 1;
    const { [COMES_FROM]: from = asked.socket.remoteAddress, ...headers } = asked.headers;
    const claimed = headers['x-forwarded-for'];
    const onward = request(
      {
        ...{ host: '127.0.0.1', port: ports[index], method: asked.method, path: asked.url },
        headers: { ...headers, 'x-forwarded-for': [claimed, from].filter(Boolean).join(', ') },
      },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      },
    );
    onward.on('error', () => answer.writeHead(502).end());
    asked.pipe(onward);
  };
  const server = createServer(hand);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    counts,
    to: (next) => {
      ports = next;
      counts.splice(0, counts.length, ...next.map(() => 0));
    },
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}
