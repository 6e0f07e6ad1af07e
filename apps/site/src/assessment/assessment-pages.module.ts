import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { AssessmentSessions } from './assessment-sessions.js';
import { CheckController } from './check.controller.js';
import { DiaryController } from './diary.controller.js';
import { QuestionPipe, SentQuestionPipe } from './question-form.js';
import { QuestionsController } from './questions.controller.js';
import { ResultController } from './result.controller.js';
import { ResumeController } from './resume.controller.js';
import { StartController } from './start.controller.js';

/** The free assessment, one question a page. Exports who has which assessment open, for the order pages. */
@Module({
  imports: [AssessmentModule, LabourMarketModule, OccupationsModule],
  controllers: [
    CheckController,
    DiaryController,
    QuestionsController,
    ResultController,
    ResumeController,
    StartController,
  ],
  providers: [AssessmentSessions, QuestionPipe, SentQuestionPipe],
  exports: [AssessmentSessions],
})
export class AssessmentPagesModule {}
