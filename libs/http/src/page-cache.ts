import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Packed, unpackedFor } from './packed.js';

const MOST_PAGES = 400;
const LONGEST_URL = 200;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

interface StoredPage extends Packed {
  readonly storedAt: number;
  readonly freshUntil: number;
  readonly headers: Readonly<Record<string, string>>;
}

const KEPT = ['content-type', 'cache-control', 'etag', 'link'] as const;

/**
 * Keeps the public pages a process has made for as long as their own `max-age` says, so that a busy page is made once and not once for each reader.
 * Only answers that are the same for everyone come here: status 200, `Cache-Control: public`, no cookie set. `Age` tells browsers how old
 * a copy is, so that nothing is shown for longer than its `max-age`.
 */
export class PageCache {
  private readonly pages = new Map<string, StoredPage>();

  /** Answers from the store before any handler runs. Register it after the hooks that set headers for every answer. */
  answerFrom(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, next) => {
      const page = request.method === 'GET' ? this.fresh(request.url, Date.now()) : undefined;
      if (!page) return next();
      reply
        .headers(page.headers)
        .header('age', String(Math.floor((Date.now() - page.storedAt) / 1_000)))
        .header('vary', 'accept-encoding');
      if (request.headers['if-none-match']?.includes(page.headers['etag'] ?? '-')) {
        void reply.code(304).send();
      } else {
        void reply.send(unpackedFor(page, request, reply));
      }
      return undefined;
    });
  }

  /** Takes in an answer that is about to be sent; the caller has made sure it is public. */
  store(url: string, body: string, reply: FastifyReply, now: number): void {
    const seconds = Number(/max-age=(\d+)/.exec(String(reply.getHeader('cache-control')))?.[1] ?? 0);
    if (seconds === 0 || url.length > LONGEST_URL || reply.hasHeader('age')) return;
    const headers = Object.fromEntries(
      KEPT.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])),
    );
    const page: StoredPage = {
      body: Buffer.from(body),
      storedAt: now,
      freshUntil: now + seconds * 1_000,
      headers,
    };
    this.pages.delete(url);
    this.pages.set(url, page);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) break;
      this.pages.delete(oldest);
    }
    void pack(page);
  }

  private fresh(url: string, now: number): StoredPage | undefined {
    const page = this.pages.get(url);
    if (!page) return undefined;
    if (page.freshUntil > now) return page;
    this.pages.delete(url);
    return undefined;
  }
}

/** Made after the page was sent, in the pool's threads: nobody waits for it. */
async function pack(page: StoredPage): Promise<void> {
  try {
    page.brotli = await toBrotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } });
    page.gzip = await toGzip(page.body, { level: 9 });
  } catch {
    // The page is sent as it is.
  }
}
