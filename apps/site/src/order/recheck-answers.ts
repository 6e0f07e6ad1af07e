import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AssessmentFollower, AssessmentFollowers } from '@app/assessment';
import { Rechecks } from '@app/orders';

/** Keeps a re-check with its changed answers: edited once more after they were finished, they are a new assessment. */
@Injectable()
export class RecheckAnswers implements AssessmentFollower, OnModuleInit {
  constructor(
    private readonly followers: AssessmentFollowers,
    private readonly rechecks: Rechecks,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async moved(manager: EntityManager, from: string, to: string): Promise<void> {
    await this.rechecks.moved(manager, from, to);
  }

  /** The database forgets an assessment that is gone. */
  async erased(): Promise<void> {}
}
