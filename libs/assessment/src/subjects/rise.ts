import type { Catalogue } from '@app/occupations';

/** Exposure in five years of work that no editor has rated, from its exposure today. Both 0–100. */
export type Rise = (exposure: number) => number;

const room = (exposure: number): number => (exposure / 100) * (1 - exposure / 100);

/** The rise the catalogue gives to its data reports: factor × p (1 − p), least squares over the tasks that editors have rated. */
export function riseOf(catalogue: Catalogue): Rise {
  const rated = catalogue
    .all()
    .flatMap(({ slug, kind }) => (kind === 'edited' ? (catalogue.bySlug(slug)?.tasks ?? []) : []));
  const square = rated.reduce((sum, { exposure }) => sum + room(exposure) ** 2, 0);
  const cross = rated.reduce(
    (sum, { exposure, exposureIn5Years }) => sum + room(exposure) * (exposureIn5Years - exposure),
    0,
  );
  const factor = square > 0 ? cross / square : 0;
  return (exposure) => Math.min(100, exposure + factor * room(exposure));
}
