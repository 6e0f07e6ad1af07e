import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Drain } from './drain.js';

/** Longer than a connection may say nothing while the server ends. */
const BUSY = 1_200;

function keepTheProcessBusy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('the end of a server', () => {
  it('reads what came while the process was busy before it takes a connection for a silent one', async () => {
    const server = Fastify({ return503OnClosing: false });
    const drain = new Drain();
    drain.watch(server);
    server.get('/', () => 'answered');
    await server.listen({ port: 0, host: '127.0.0.1' });
    const client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    await Promise.all([once(client, 'connect'), once(server.server, 'connection')]);

    drain.begin();
    const ended = drain.endConnections(server.server, server.close(), 20_000);
    client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
    keepTheProcessBusy(BUSY);

    const [answer] = (await once(client, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*answered$/);
    await expect(ended).resolves.toBe(0);
  });
});
