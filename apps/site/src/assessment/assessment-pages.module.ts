import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { OccupationsModule } from '@app/occupations';
import { AiToolsController } from './ai-tools.controller.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { CheckController } from './check.controller.js';
import { DemandsController } from './demands.controller.js';
import { InterestsController } from './interests.controller.js';
import { JobController } from './job.controller.js';
import { MovingController } from './moving.controller.js';
import { ResultController } from './result.controller.js';
import { ResumeController } from './resume.controller.js';
import { SkillsController } from './skills.controller.js';
import { StartController } from './start.controller.js';
import { TasksController } from './tasks.controller.js';
import { WeekController } from './week.controller.js';
import { WorkController } from './work.controller.js';

/** The free assessment, one question a page. Exports who has which assessment open, for the order pages. */
@Module({
  imports: [AssessmentModule, OccupationsModule],
  controllers: [
    AiToolsController,
    CheckController,
    DemandsController,
    InterestsController,
    JobController,
    MovingController,
    ResultController,
    ResumeController,
    SkillsController,
    StartController,
    TasksController,
    WeekController,
    WorkController,
  ],
  providers: [AssessmentSessions],
  exports: [AssessmentSessions],
})
export class AssessmentPagesModule {}
