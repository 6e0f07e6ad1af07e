import { createServer, type Server } from 'node:http';
import type { Environment } from '@app/config';

/** Answers 200 on every path while the process runs; the orchestrator restarts a worker that stops answering. */
export async function serveHealth({ WORKER_PORT, LISTEN_HOST }: Environment): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(WORKER_PORT, LISTEN_HOST, listening);
  });
  return server;
}
