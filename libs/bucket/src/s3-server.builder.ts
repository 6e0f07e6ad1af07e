import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bucket } from './bucket.js';
import { bucketPlace } from './bucket-place.js';

/** The one key that this server takes, of which it verifies every signature. */
const KEY = 'S3RVER';

interface S3rver {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
  httpServer: Server;
}
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3rver;

/** A real server of the S3 kind on this machine, with one bucket. For tests only. */
export class S3Server {
  private readonly directory = mkdtempSync(join(tmpdir(), 'pivotwise-s3-'));
  private server: S3rver | undefined;
  private port = 0;

  static async start(): Promise<S3Server> {
    const server = new S3Server();
    await server.comeBack();
    return server;
  }

  /** The three settings that name it. */
  get settings(): { FILES_URL: string; FILES_KEY_ID: string; FILES_SECRET: string } {
    const FILES_URL = `http://127.0.0.1:${this.port}/blueprints?region=eu-west-2`;
    return { FILES_URL, FILES_KEY_ID: KEY, FILES_SECRET: KEY };
  }

  /** The bucket as anybody sees it who has the key. */
  bucket(settings: Readonly<Record<string, string>> = {}): Bucket {
    return new Bucket(bucketPlace({ ...this.settings, ...settings }));
  }

  /** Nothing answers on its port any more; what it holds stays. */
  async goAway(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    server?.httpServer.closeAllConnections();
    await server?.close();
  }

  async comeBack(): Promise<void> {
    this.server = new S3rver({
      address: '127.0.0.1',
      port: this.port,
      silent: true,
      directory: this.directory,
      configureBuckets: [{ name: 'blueprints' }],
    });
    ({ port: this.port } = await this.server.run());
  }

  async stop(): Promise<void> {
    await this.goAway();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
