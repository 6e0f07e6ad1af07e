import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { AssessmentPagesModule } from '../assessment/assessment-pages.module.js';
import { AdviceController } from './advice.controller.js';
import { AdviserController } from './adviser.controller.js';
import { PictureController } from './picture.controller.js';

/** A result shown to somebody else, as far as its owner wants. */
@Module({
  imports: [AssessmentModule, AssessmentPagesModule],
  controllers: [AdviceController, AdviserController, PictureController],
})
export class AdvicePagesModule {}
