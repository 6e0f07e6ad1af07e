export { type BlueprintVersion, type OrderFolder, type OrderHit, ReviewFolder } from './review-folder.js';
export {
  QUEUE_FILTERS,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
  ReviewQueue,
} from './review-queue.js';
export { DeskReadingModule } from './desk-reading.module.js';
