import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '@app/config';
import type { ScheduleWatch } from '@app/jobs';
import { workerHealth } from './worker-health.js';
import { workerMetrics } from './worker-metrics.js';

/** How long an answer may take that is under way when it closes, in milliseconds. */
const PATIENCE = 5_000;

export interface HealthServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * For orchestrators and people, on `WORKER_PORT`. `/health/live`: the process answers; restart it when it does not. `/health/ready`: the
 * database answers and is fit for work. `/health`: that, and every schedule does its work; red does not ask for a restart, but for somebody to look.
 * `/metrics`: for Prometheus. Keep the port inside, as the default address does.
 */
export async function serveHealth(
  { WORKER_PORT, LISTEN_HOST }: Environment,
  watch: Pick<ScheduleWatch, 'look'>,
  faults: () => Promise<readonly string[]> = () => Promise.resolve([]),
): Promise<HealthServer> {
  const answers: Record<string, (response: ServerResponse) => Promise<void>> = {
    '/health/live': (response) => json(response, 200, { status: 'ok' }),
    '/health/ready': async (response) => {
      const { database } = await workerHealth(watch, faults);
      await json(response, database === 'ok' ? 200 : 503, { status: database, database });
    },
    '/health': async (response) => {
      const health = await workerHealth(watch, faults);
      await json(response, health.status === 'ok' ? 200 : 503, health);
    },
    '/metrics': async (response) => {
      const { contentType, text } = await workerMetrics(watch);
      response.writeHead(200, { 'content-type': contentType }).end(text);
    },
  };
  const server = createServer((request, response) => {
    // Nobody asks twice in a row, and a line kept open would hold up the end.
    response.setHeader('connection', 'close');
    const { pathname } = new URL(request.url ?? '/', 'http://worker');
    const answer = answers[pathname] ?? ((unknown) => json(unknown, 404, { status: 'not found' }));
    answer(response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(WORKER_PORT, LISTEN_HOST, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      const insisting = setTimeout(() => server.closeAllConnections(), PATIENCE);
      await closed;
      clearTimeout(insisting);
    },
  };
}

function json(response: ServerResponse, status: number, body: object): Promise<void> {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
  return Promise.resolve();
}
