import { type FactoryProvider, Logger } from '@nestjs/common';
import { Environment } from '@app/config';
import { type Clock, CLOCK } from '@app/kernel';
import { AdzunaClient } from './adzuna-client.js';
import { AdzunaMarket } from './adzuna-market.js';
import { ADZUNA_DEFAULTS } from './adzuna-settings.js';
import { LiveMarket } from './live-market.js';
import { NoLiveMarket } from './no-live-market.js';
import { type OutsideWorld, realWorld } from './outside-world.js';
import { RememberingMarket } from './remembering-market.js';

/** The live market of an environment: Adzuna where its credentials are set, else none. */
export function liveMarketOf(
  environment:
    | Pick<Environment, 'ADZUNA_APP_ID' | 'ADZUNA_APP_KEY' | 'ADZUNA_API_URL' | 'ADZUNA_REQUESTS_A_DAY'>
    | undefined,
  clock: Clock | undefined,
  world: Omit<OutsideWorld, 'clock'> = { ...realWorld, log: new Logger(LiveMarket.name) },
): LiveMarket {
  const { ADZUNA_APP_ID: appId, ADZUNA_APP_KEY: appKey, ADZUNA_API_URL: url } = environment ?? {};
  if (!environment || !appId || !appKey || !url || !clock) return new NoLiveMarket();
  const allowance = { ...ADZUNA_DEFAULTS.allowance, aDay: environment.ADZUNA_REQUESTS_A_DAY };
  const settings = { ...ADZUNA_DEFAULTS, url, appId, appKey, allowance };
  const outside = { ...world, clock };
  return new RememberingMarket(new AdzunaMarket(new AdzunaClient(settings, outside), outside), clock);
}

/** Optional dependencies: where no environment is, as in a command without a web, nothing is live. */
export const liveMarketProvider: FactoryProvider<LiveMarket> = {
  provide: LiveMarket,
  inject: [
    { token: Environment, optional: true },
    { token: CLOCK, optional: true },
  ],
  useFactory: (environment?: Environment, clock?: Clock) => liveMarketOf(environment, clock),
};
