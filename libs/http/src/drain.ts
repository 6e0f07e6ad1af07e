import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How often a closing server looks for connections that have become idle, and how long one may say nothing at all; milliseconds. */
const LOOK_EVERY = 50;
const SILENT_FOR = 1_000;

/**
 * The end of a server in two steps, so that nobody is cut off. First it says at `/health/ready` that it is going, and that each connection ends
 * with its answer, while it still takes what comes. Then it takes nothing new, and closes each connection as it becomes idle: left to itself,
 * Node keeps one that was busy at that moment open for as long as its client does.
 */
export class Drain {
  private readonly sockets = new Set<Socket>();
  private begun = false;

  get isStopping(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }

  /** To be called before the server listens. */
  watch(server: FastifyInstance): void {
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.addHook('onSend', (_request, reply, _payload, next) => {
      if (this.begun) reply.header('connection', 'close');
      next();
    });
  }

  /**
   * Ends the connections of a server that takes no new ones.
   * @param closed settles once the server is closed @param grace milliseconds after which those still busy are cut off
   * @returns how many were
   */
  async endConnections(server: Server, closed: Promise<unknown>, grace: number): Promise<number> {
    let cutOff = 0;
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY);
    // Opened for later and never used, as browsers do: to Node that is one whose request is on its way.
    const impatient = setTimeout(() => void this.endSilent(), SILENT_FOR);
    const insisting = setTimeout(() => {
      cutOff = this.sockets.size;
      server.closeAllConnections();
    }, grace);
    try {
      await closed;
    } finally {
      clearInterval(looking);
      clearTimeout(impatient);
      clearTimeout(insisting);
    }
    return cutOff;
  }

  /** Looks at every socket twice before: what came while the process was busy is not read yet, and nor, at the first look, what came on a new one. */
  private async endSilent(): Promise<void> {
    for (let look = 0; look < 2; look += 1) await new Promise((looked) => setImmediate(looked));
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
