/** A rating today and in five years, 0–100. */
export interface RatedRise {
  readonly exposure: number;
  readonly exposureIn5Years: number;
}

const room = (exposure: number): number => (exposure / 100) * (1 - exposure / 100);

/**
 * How fast exposure rises, learned from the edited tasks: rise = factor × p (1 − p) with p the exposure as a share, least squares. The
 * S-shape says that work tools cannot touch today moves little, and nothing passes 100.
 */
export function riseFactor(rated: readonly RatedRise[]): number {
  const square = rated.reduce((sum, { exposure }) => sum + room(exposure) ** 2, 0);
  const cross = rated.reduce(
    (sum, { exposure, exposureIn5Years }) => sum + room(exposure) * (exposureIn5Years - exposure),
    0,
  );
  return square > 0 ? cross / square : 0;
}

/** Exposure in five years of work that no editor has rated. @param factor from {@link riseFactor}, points */
export const exposureInFiveYears = (exposure: number, factor: number): number =>
  Math.min(100, exposure + factor * room(exposure));
