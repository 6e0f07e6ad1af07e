import { LiveMarket } from './live-market.js';

/** Stands where no credentials are set: makes no request and never pretends to be live. */
export class NoLiveMarket extends LiveMarket {
  override latest(): null {
    return null;
  }

  override forOccupation(): Promise<null> {
    return Promise.resolve(null);
  }
}
