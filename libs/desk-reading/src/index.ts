export { type EditedBlock, EditedBlocks } from './edited-blocks.reading.js';
export { LONGEST_PAUSE } from './decided-reviews.reading.js';
export { FigureCount } from './figure-count.js';
export {
  type BlueprintVersion,
  type OrderFolder,
  MOST_MATCHES,
  type OrderHit,
  type OrderSearch,
  ReviewFolder,
} from './review-folder.reading.js';
export {
  countsByName,
  type QueueCounts,
  type QueuePage,
  type QueueRow,
  ReviewQueue,
} from './review-queue.reading.js';
export {
  type EditedPage,
  type MetricWeek,
  type ReturnReason,
  WeeklyMetrics,
} from './weekly-metrics.reading.js';
export { DeskReadingModule } from './desk-reading.module.js';
