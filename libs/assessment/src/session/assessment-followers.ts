import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Who keeps something about assessments outside this lib. It is told in the transaction in which an assessment changes, and changes what
 * is its own.
 */
export interface AssessmentFollower {
  /** A finished assessment was edited: its code and what hangs on it belong to a new one now. */
  moved(manager: EntityManager, from: string, to: string): Promise<void>;
  /** The answers were erased, and an empty row stays for an order to stand on. */
  erased(manager: EntityManager, id: string): Promise<void>;
}

/** The followers of this process. A module that keeps something about assessments adds its own when it starts. */
@Injectable()
export class AssessmentFollowers implements AssessmentFollower {
  private readonly followers: AssessmentFollower[] = [];

  add(follower: AssessmentFollower): void {
    this.followers.push(follower);
  }

  async moved(manager: EntityManager, from: string, to: string): Promise<void> {
    for (const follower of this.followers) await follower.moved(manager, from, to);
  }

  async erased(manager: EntityManager, id: string): Promise<void> {
    for (const follower of this.followers) await follower.erased(manager, id);
  }
}
