import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AssessmentFollower, AssessmentFollowers } from '@app/assessment';
import { Delivery } from './delivery.entity.js';

/** Keeps the emails about an assessment with it: they move to the one it was edited into, and go when it is erased. */
@Injectable()
export class AssessmentEmails implements AssessmentFollower, OnModuleInit {
  constructor(private readonly followers: AssessmentFollowers) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async moved(manager: EntityManager, from: string, to: string): Promise<void> {
    await manager.update(Delivery, { assessmentId: from }, { assessmentId: to });
  }

  async erased(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(Delivery, { assessmentId: id });
  }
}
