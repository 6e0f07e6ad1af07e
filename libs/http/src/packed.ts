import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes with the compressed forms that were made of them ahead of time. */
export interface Packed {
  readonly body: Buffer;
  brotli?: Buffer;
  gzip?: Buffer;
}

/** The smallest form that the reader takes; sets the header that says which one it is. */
export function unpackedFor(packed: Packed, request: FastifyRequest, reply: FastifyReply): Buffer {
  const accepted = acceptedEncodings(String(request.headers['accept-encoding'] ?? ''));
  for (const [name, bytes] of [
    ['br', packed.brotli],
    ['gzip', packed.gzip],
  ] as const) {
    if (bytes && accepted.has(name)) {
      reply.header('content-encoding', name);
      return bytes;
    }
  }
  return packed.body;
}

/** `gzip, br;q=0` → gzip alone: nought means "not this". */
const acceptedEncodings = (header: string): ReadonlySet<string> =>
  new Set(
    header
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*q=/))
      .filter(([, quality]) => quality === undefined || Number(quality) > 0)
      .map(([name = '']) => name.toLowerCase()),
  );
