/** A UK SOC 2020 unit group an occupation maps to, heaviest first. What `Occupation.ukCodes` of @app/occupations holds. */
export interface WeightedCode {
  readonly code: string;
  /** 0–1. */
  readonly weight: number;
}
