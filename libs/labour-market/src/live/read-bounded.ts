/** A body longer than it may be; the rest of it is not read. */
export class BodyTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the answer is longer than ${limit} bytes`);
  }
}

/**
 * Reads a body as text, up to `limit` bytes as they come out of decompression, so that neither a huge answer nor a small one that
 * unpacks to a huge one fills the memory. @throws BodyTooLarge, and whatever the connection throws when it is cut
 */
export async function readBounded(response: Response, limit: number): Promise<string> {
  if (!response.body) return '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts).toString('utf8');
    size += value.byteLength;
    if (size > limit) {
      // Closing the connection may itself fail when the other side is gone; the refusal stands either way.
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLarge(limit);
    }
    parts.push(value);
  }
}
