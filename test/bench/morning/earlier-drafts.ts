import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { type Answers, PersonalScorer } from '@app/assessment';
import { ownBlueprintAssets, previewSnapshot } from '@app/blueprint';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { ReadSentences } from '@app/review';
import { WORK } from './customers.js';

/** As many as need a second person in a reviewer's first weeks. */
export const EARLIER_DRAFTS = 20;
const PAGES = 15;
const BANDS = ['some', 'much', 'little', 'none', 'some', 'little'] as const;

/** The answers of people of other work than that of the morning. */
export const earlierAnswers = (catalogue: Catalogue): Answers[] =>
  catalogue
    .all()
    .filter(({ slug, kind }) => kind === 'edited' && !WORK.some((one) => one === slug))
    .slice(0, EARLIER_DRAFTS)
    .flatMap(({ slug }) => catalogue.bySlug(slug) ?? [])
    .map(({ slug, tasks }) => {
      const taskIds = tasks.slice(0, BANDS.length).map(({ id }) => id);
      return {
        occupationSlug: slug,
        tasks: taskIds.map((taskId) => ({ taskId })),
        tasksFor: slug,
        amounts: {
          kind: 'bands',
          occupationSlug: slug,
          bands: Object.fromEntries(taskIds.map((id, index) => [id, BANDS[index] ?? 'some'])),
          other: 'little',
        },
        level: 'mid',
        region: 'E12000002',
        hoursPerWeek: 37,
        payBand: '40-50',
        constraints: { lowestPay: 30_000, monthsToTrain: 9, travel: 'commute', hoursPerWeekForLearning: 5 },
      };
    });

/** What an experienced reviewer has read before the morning: drafts of people of other work, each in a review of its own. */
export async function readEarlier(app: INestApplicationContext, staffId: string): Promise<void> {
  const catalogue = app.get(Catalogue, { strict: false });
  const market = app.get(LabourMarket, { strict: false });
  const scorer = app.get(PersonalScorer, { strict: false });
  const read = app.get(ReadSentences, { strict: false });
  const assets = ownBlueprintAssets();
  for (const answers of earlierAnswers(catalogue)) {
    const snapshot = previewSnapshot({ catalogue, market, scorer }, assets, { name: 'Kit Earlier', answers });
    const reviewId = randomUUID();
    for (let page = 1; page <= PAGES; page += 1)
      await read.keep({ page, seen: true }, snapshot, { staffId, reviewId });
  }
}
