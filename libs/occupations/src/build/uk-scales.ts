import type { Dataset, MeasureId } from '../dataset/types.js';
import { type WeightedScale, weightedScale } from '../method/weighted-ranks.js';
import { INDEPENDENT } from '../method/measure-list.js';

/** UK employment behind scores and measures: what a percentile is a share of. */
export class UkScales {
  private readonly score: WeightedScale;
  private readonly measures: ReadonlyMap<MeasureId, WeightedScale>;

  constructor(private readonly dataset: Dataset) {
    // Unit groups alone: together they are all of UK employment, each counted once.
    const occupations = [...dataset.occupations.values()].filter(({ code }) => code.length === 4);
    this.score = weightedScale(occupations.map(({ score, ukJobs }) => ({ value: score, weight: ukJobs })));
    this.measures = new Map(
      INDEPENDENT.map((id) => [
        id,
        weightedScale(
          occupations.flatMap(({ code, ukJobs }) => {
            const value = dataset.measures.get(code)?.[id]?.value;
            return value === undefined ? [] : [{ value, weight: ukJobs }];
          }),
        ),
      ]),
    );
  }

  /** Share of UK employment in unit groups that score lower, 0–100. */
  percentile(score: number): number {
    return this.score.percentile(score);
  }

  /** The measures outside the score read as scores: the score at the same employment percentile. 0–100 each. */
  readings(code: string): number[] {
    return INDEPENDENT.flatMap((id) => {
      const value = this.dataset.measures.get(code)?.[id]?.value;
      const scale = this.measures.get(id);
      return value === undefined || !scale ? [] : [this.score.valueAt(scale.midPercentile(value))];
    });
  }
}
