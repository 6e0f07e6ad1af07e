import { AwsClient } from 'aws4fetch';
import { DomainError, sha256 } from '@app/kernel';
import type { BucketPlace } from './bucket-place.js';

/** How long one request may take, all of its bytes; milliseconds. */
const PATIENCE = 8_000;
/** When a person or a program may ask again, in seconds. */
const LATER = 60;

/**
 * A bucket of the S3 kind, asked by path and signed with AWS Signature Version 4. Nothing is tried twice here: whoever asks has a job or a person
 * that comes again. Without a place it is off, and every question is answered as by a bucket that is away.
 * All methods throw DomainError `files_unavailable` while it cannot be reached, refuses our key, or does not keep to the protocol.
 */
export class Bucket {
  private readonly client: AwsClient | undefined;

  constructor(private readonly place: BucketPlace | null) {
    if (place)
      this.client = new AwsClient({
        accessKeyId: place.keyId,
        secretAccessKey: place.secret,
        region: place.region,
        service: 's3',
      });
  }

  get isOn(): boolean {
    return this.place !== null;
  }

  /**
   * Puts an object; the bucket is told its hash and refuses what arrived otherwise.
   * @throws also when the bucket keeps versions: what is removed from such a one is still there.
   */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const { status, headers } = await this.ask('PUT', key, bytes);
    if (status !== 200) throw away(`PUT was answered ${status}`);
    if (isVersion(headers.get('x-amz-version-id'))) {
      await this.ask('DELETE', `${key}?versionId=${headers.get('x-amz-version-id')}`);
      throw away('it keeps versions, so nothing could be erased from it: switch them off');
    }
  }

  /** The bytes of an object, as they arrived; null when there is none. @param most one that is longer is cut off behind so many bytes. */
  async get(key: string, most: number): Promise<Buffer | null> {
    const { status, body } = await this.ask('GET', key, undefined, most);
    if (status === 404) return null;
    if (status !== 200) throw away(`GET was answered ${status}`);
    return body;
  }

  /** Removes an object and asks for it again: when this returns it was seen gone. One that is not there is gone. */
  async remove(key: string): Promise<void> {
    const { status, headers } = await this.ask('DELETE', key);
    if (status !== 204 && status !== 200 && status !== 404) throw away(`DELETE was answered ${status}`);
    if (headers.get('x-amz-delete-marker') === 'true')
      throw away('it keeps versions, so nothing can be erased from it: remove them there');
    const seen = await this.ask('HEAD', key);
    if (seen.status !== 404) throw away(`after DELETE, HEAD was answered ${seen.status}`);
  }

  /** What is wrong with the bucket, in words without its secret; null when it answers and takes our key. */
  async fault(): Promise<string | null> {
    try {
      await this.get('no-such-file', 0);
      return null;
    } catch (error) {
      if (isBucketAway(error)) return String(error.details['why']);
      throw error;
    }
  }

  private async ask(
    method: 'PUT' | 'GET' | 'HEAD' | 'DELETE',
    key: string,
    sent?: Uint8Array,
    most = 0,
  ): Promise<{ status: number; headers: Headers; body: Buffer }> {
    if (!this.client || !this.place) throw away('FILES_URL, FILES_KEY_ID and FILES_SECRET are not set');
    try {
      const request = await this.client.sign(`${this.place.address}/${key}`, {
        method,
        headers: { 'x-amz-content-sha256': sha256(sent ?? '') },
        ...(sent && { body: sent }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      const answer = await fetch(request);
      const body = await upTo(answer.body, most);
      return { status: answer.status, headers: answer.headers, body };
    } catch (error) {
      throw away(reasonOf(error));
    }
  }
}

/** Whether what was wanted could not be had of the bucket, for now. */
export const isBucketAway = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'files_unavailable';

const away = (why: string): DomainError =>
  new DomainError(
    'files_unavailable',
    'We cannot get to this file at the moment. Nothing is lost: please try again in a few minutes.',
    { retryAfterSeconds: LATER, why: `the bucket of FILES_URL: ${why}` },
  );

/** S3 says `null` of an object from before versions, where they are switched off again. */
const isVersion = (id: string | null): boolean => id !== null && id !== 'null';

/** At most so many bytes and one more, by which it shows that there are more; the rest is not asked for. */
async function upTo(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream ?? []) {
    parts.push(part);
    length += part.byteLength;
    if (length > most) break;
  }
  return Buffer.concat(parts).subarray(0, most + 1);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} seconds`;
  const { cause } = error;
  const code = cause instanceof Error ? (cause as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : error.message;
}
