import { type Catalogue, exposureInFiveYears } from '@app/occupations';

/** Exposure in five years of work that no editor has rated, from its exposure today. Both 0–100. */
export type Rise = (exposure: number) => number;

/** The rise the catalogue gives to its data reports. */
export const riseOf =
  ({ rise }: Catalogue): Rise =>
  (exposure) =>
    exposureInFiveYears(exposure, rise);
