import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AssessmentFollower, AssessmentFollowers } from '@app/assessment';
import { moveDeliveriesTo, removeDeliveriesOf } from './delivery.store.js';

/** Keeps the emails about an assessment with it: they move to the one it was edited into, and go when it is erased. */
@Injectable()
export class AssessmentEmails implements AssessmentFollower, OnModuleInit {
  constructor(private readonly followers: AssessmentFollowers) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async moved(manager: EntityManager, from: string, to: string): Promise<void> {
    await moveDeliveriesTo(manager, from, to);
  }

  async erased(manager: EntityManager, id: string): Promise<void> {
    await removeDeliveriesOf(manager, id);
  }
}
