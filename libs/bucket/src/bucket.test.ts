import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bucket } from './bucket.js';
import { bucketPlace } from './bucket-place.js';
import { S3Server } from './s3-server.builder.js';
import { testEnvironment } from '@app/testing';

const BYTES = Buffer.from('%PDF the very bytes');
const KEY = 'blueprints/one/file.pdf';

let server: S3Server;
let bucket: Bucket;
beforeAll(async () => {
  server = await S3Server.start();
  bucket = server.bucket();
});
afterAll(() => server?.stop());

/** The server behind a wire that adds what buckets with versions say. @param swallowed requests of this method reach nobody, and are answered 204. */
async function withVersions<T>(
  headers: Readonly<Record<string, string>>,
  work: (bucket: Bucket, asked: string[]) => Promise<T>,
  swallowed = '',
): Promise<T> {
  const asked: string[] = [];
  const wire = createServer((from, back) => {
    asked.push(`${from.method} ${from.url}`);
    const { method, url: path, headers: sent } = from;
    if (method === swallowed) return void back.writeHead(204).end();
    from.pipe(
      request({ port: new URL(server.settings.FILES_URL).port, method, path, headers: sent }, (answer) => {
        back.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...headers });
        answer.pipe(back);
      }),
    );
  });
  await new Promise<void>((listening) => wire.listen(0, '127.0.0.1', listening));
  const { port } = wire.address() as AddressInfo;
  const FILES_URL = `http://127.0.0.1:${port}/blueprints`;
  try {
    return await work(server.bucket({ FILES_URL }), asked);
  } finally {
    wire.closeAllConnections();
    await new Promise((closed) => wire.close(closed));
  }
}

describe('a bucket', () => {
  it('gives back what was put, and once it is removed it was seen gone', async () => {
    await bucket.put(KEY, BYTES);
    expect(await bucket.get(KEY, BYTES.length)).toEqual(BYTES);
    await bucket.remove(KEY);
    expect(await bucket.get(KEY, BYTES.length)).toBeNull();
    await bucket.remove(KEY);
  });

  it('gives of a longer object one byte too many, by which it shows, and no more', async () => {
    await bucket.put(KEY, Buffer.alloc(1_000_000, 'x'));
    expect(await bucket.get(KEY, 10)).toHaveLength(11);
    await bucket.remove(KEY);
  });

  it('that refuses our key is away, and so is one that is not there', async () => {
    for (const settings of [
      { FILES_SECRET: 'another' },
      { FILES_URL: `${new URL(server.settings.FILES_URL).origin}/other` },
    ])
      await expect(server.bucket(settings).put(KEY, BYTES)).rejects.toMatchObject({
        code: 'files_unavailable',
      });
    expect(await server.bucket({ FILES_SECRET: 'another' }).fault()).toMatch(/answered 403/);
    expect(await bucket.fault()).toBeNull();
  });

  it('that does not answer says that nothing is lost and when to come back, and nothing of its key', async () => {
    await server.goAway();
    try {
      const failure = await bucket.get(KEY, 10).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        code: 'files_unavailable',
        details: { retryAfterSeconds: 60, why: expect.stringContaining('ECONNREFUSED') },
      });
      await expect(bucket.remove(KEY)).rejects.toMatchObject({ code: 'files_unavailable' });
      expect(await bucket.fault()).toContain('ECONNREFUSED');
    } finally {
      await server.comeBack();
    }
    expect(await bucket.get(KEY, 10)).toBeNull();
  });

  it('is off without its settings', async () => {
    const off = new Bucket(bucketPlace(testEnvironment()));
    expect([off.isOn, bucket.isOn]).toEqual([false, true]);
    await expect(off.get(KEY, 1)).rejects.toMatchObject({ code: 'files_unavailable' });
  });

  it('that says it removed what it still has is not believed', async () => {
    await bucket.put(KEY, BYTES);
    await withVersions(
      {},
      async (lying) => {
        await expect(lying.remove(KEY)).rejects.toMatchObject({
          details: { why: expect.stringContaining('HEAD was answered 200') },
        });
      },
      'DELETE',
    );
    await bucket.remove(KEY);
  });

  it('that keeps versions is not used, since nothing could be erased from it', async () => {
    await withVersions({ 'x-amz-version-id': 'v1' }, async (versioned, asked) => {
      await expect(versioned.put(KEY, BYTES)).rejects.toMatchObject({
        details: { why: expect.stringContaining('keeps versions') },
      });
      expect(asked.at(-1)).toBe(`DELETE /blueprints/${KEY}?versionId=v1`);
    });
    await withVersions({ 'x-amz-delete-marker': 'true' }, async (versioned) => {
      await expect(versioned.remove(KEY)).rejects.toMatchObject({
        details: { why: expect.stringContaining('keeps versions') },
      });
    });
  });
});
