import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { databaseOptions } from './database.module.js';

/** One message of PostgreSQL: its kind, its length, what it says. */
const message = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(kind), length, content]);
};
const WELCOME = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const GOODBYE = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'));

it('a database that takes a connection and in the same breath ends it fails the request, not the process', async () => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(Buffer.concat([...WELCOME, GOODBYE])));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const source = new DataSource(databaseOptions(`postgres://anybody@127.0.0.1:${port}/any`));
    await expect(source.initialize()).rejects.toThrow(/terminating connection|not queryable/);
  } finally {
    for (const socket of open) socket.destroy();
    server.close();
  }
});
