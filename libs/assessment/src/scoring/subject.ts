import type { Interval, SectorId, Task } from '@app/occupations';

/** What a person's week is compared with: an occupation, or a family of them when the title is unknown. An `Occupation` is one. */
export interface Subject {
  readonly slug: string;
  readonly title: string;
  /** Field of work: says what its people usually answer about demands. */
  readonly sector?: SectorId;
  /** 0–100. Of data reports it is not the mean of the tasks' published labels: a person's week moves it. By default that mean. */
  readonly score?: number;
  /** 80 % interval of its score. */
  readonly interval: Interval;
  readonly tasks: readonly Task[];
  /** Months that rules, safety or trust add before tools are taken up. */
  readonly barrierMonths: number;
  /** Families only: how far their occupations lie apart. */
  readonly family?: FamilySpread;
}

export interface FamilySpread {
  /** Standard deviation of the scores of its occupations, weighted by employment, points. */
  readonly sd: number;
  /** The widest interval any of its occupations gives to a person who names only the title: to know less is never surer. */
  readonly leastWidth: number;
}

/** Exposure of a generalised work activity, for own tasks. */
export interface ActivityExposure {
  readonly exposure: number;
  readonly exposureIn5Years: number;
  readonly sd: number;
}
