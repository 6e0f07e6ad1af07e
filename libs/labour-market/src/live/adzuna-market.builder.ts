import { gzipSync } from 'node:zlib';
import { FakeClock, type Mood } from '@app/testing';
import { AdzunaClient } from './adzuna-client.js';
import { AdzunaMarket } from './adzuna-market.js';
import { ADZUNA_DEFAULTS, type AdzunaSettings } from './adzuna-settings.js';

export const KEY = 'k3y-that-nobody-may-see';
export const ID = 'id-that-nobody-may-see';

/** A market on the stand-in at `url`; its waits end at once and are noted. */
export function marketAt(url: string, change: Partial<AdzunaSettings> = {}) {
  const clock = new FakeClock(new Date('2026-11-24T10:00:00Z'));
  const waits: number[] = [];
  const logged: string[] = [];
  const world = {
    clock,
    wait: (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    jitter: () => 0.5,
    log: { warn: (message: unknown) => void logged.push(String(message)) },
  };
  const settings = { ...ADZUNA_DEFAULTS, url, appId: ID, appKey: KEY, ...change };
  const market = new AdzunaMarket(new AdzunaClient(settings, world), world);
  const ask = (...titles: string[]) =>
    market.forOccupation({ titles: titles.length ? titles : ['electrician'] });
  return { market, ask, clock, waits, logged };
}

export const cutOff: Mood = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"count": 18', () => response.destroy());
};
export const hangUp: Mood = (response) => response.destroy();
export const silent: Mood = () => undefined;
/** Sends its head at once and then nothing more. */
export const slowBody: Mood = (response) => void response.writeHead(200).write('{"count"');
export const endless: Mood = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
    response.once('drain', more);
  };
  more();
};
export const unpacksToALot: Mood = (response) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 0x20)));
