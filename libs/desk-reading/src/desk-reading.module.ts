import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { OrdersModule } from '@app/orders';
import { ReviewModule } from '@app/review';
import { EditedBlocks } from './edited-blocks.reading.js';
import { FigureCount } from './figure-count.js';
import { ReviewFolder } from './review-folder.reading.js';
import { ReviewQueue } from './review-queue.reading.js';
import { WeeklyMetrics } from './weekly-metrics.reading.js';

/** Read models that join what several libs own: the queue, the folder of one order, search, the figures by week. They read only. */
@Module({
  imports: [AssessmentModule, OrdersModule, ReviewModule],
  providers: [EditedBlocks, FigureCount, ReviewFolder, ReviewQueue, WeeklyMetrics],
  exports: [EditedBlocks, FigureCount, ReviewFolder, ReviewQueue, WeeklyMetrics],
})
export class DeskReadingModule {}
