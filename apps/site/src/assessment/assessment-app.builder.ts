import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { assessmentEntities, QUESTION_TEXT, questionText } from '@app/assessment';
import { Environment } from '@app/config';
import { databaseOptions } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK } from '@app/kernel';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { AssessmentPagesModule } from './assessment-pages.module.js';

/** The pages of the assessment alone, on a database and a clock of their own. */
export interface AssessmentApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  close(): Promise<void>;
}

/** For tests. Close it afterwards. @param questions another file of questions than the product's own */
export async function assessmentApp(questions = questionText()): Promise<AssessmentApp> {
  const clock = new FakeClock();
  const database = await createTestDatabase(assessmentEntities);
  const environment = testEnvironment({ DATABASE_URL: database.url });
  @Global()
  @Module({
    providers: [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: clock },
      { provide: QUESTION_TEXT, useValue: questions },
    ],
    exports: [Environment, CLOCK, QUESTION_TEXT],
  })
  class SettingsModule {}
  @Module({
    imports: [
      SettingsModule,
      TypeOrmModule.forRoot({ ...databaseOptions(database.url, 3), autoLoadEntities: true }),
      AssessmentPagesModule,
    ],
  })
  class TestModule {}
  const app = await createHttpApp(TestModule, environment, { name: 'site' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database,
    clock,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
