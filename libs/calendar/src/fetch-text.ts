import { DomainError } from '@app/kernel';

/** The official feed takes a second and is 40 kB. */
const PATIENCE_MS = 10_000;
const LONGEST = 1_000_000;

/**
 * The body of an answer, as text.
 * @throws DomainError `calendar_feed_unavailable` when it does not come whole, in time, with status 200, and of a sensible size.
 */
export async function fetchText(url: string, patience = PATIENCE_MS): Promise<string> {
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(patience),
      // The feed stands where we were told; whoever sends us elsewhere, inside our own network perhaps, is not followed.
      redirect: 'manual',
      headers: { accept: 'application/json' },
    });
    if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body ?? []) {
      parts.push(part as Uint8Array);
      size += (part as Uint8Array).byteLength;
      if (size > LONGEST) throw new Error(`it is longer than ${LONGEST} bytes`);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'calendar_feed_unavailable',
      `The feed of bank holidays could not be read: ${why}.`,
    );
  }
}
