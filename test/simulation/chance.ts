import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Everything that is left to chance in a simulated world, from one seed (mulberry32, public domain). */
export class Chance {
  private state: number;

  /** @param names what the chance is for: each use has a row of numbers of its own, so that one more draw here changes nothing there. */
  constructor(seed: number, ...names: readonly (string | number)[]) {
    const digest = crypto
      .createHash('sha256')
      .update([seed, ...names].join('/'))
      .digest();
    this.state = digest.readUInt32LE(0);
  }

  /** From 0 up to, but not, 1. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1));
  }

  /** @param share how often it is so, 0–1. */
  happens(share: number): boolean {
    return this.number() < share;
  }

  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.number() * from.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  bytes(size: number): Buffer {
    return Buffer.from(Array.from({ length: size }, () => Math.floor(this.number() * 256)));
  }
}

/** The nonce of a PostgreSQL sign-in. How many connections a pool opens depends on real time, and must not move the row of numbers. */
const NONCE_BYTES = 18;

/** While installed, ids and secrets of this process come from `chance`. @returns takes it out again. */
export function seedSecrets(chance: Chance): () => void {
  const real = {
    randomBytes: crypto.randomBytes,
    randomInt: crypto.randomInt,
    randomUUID: crypto.randomUUID,
  };
  const seeded = {
    randomBytes: (size: number, done?: (error: Error | null, bytes: Buffer) => void) => {
      if (size === NONCE_BYTES) return done ? real.randomBytes(size, done) : real.randomBytes(size);
      const bytes = chance.bytes(size);
      return done ? void done(null, bytes) : bytes;
    },
    randomInt: (least: number, most?: number) =>
      most === undefined ? chance.between(0, least - 1) : chance.between(least, most - 1),
    randomUUID: () => {
      const bytes = chance.bytes(16);
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
  Object.assign(crypto, seeded);
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, real);
    syncBuiltinESMExports();
  };
}
