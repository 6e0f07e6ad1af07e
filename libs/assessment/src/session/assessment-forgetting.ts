import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type EndingAssessment,
  endingAssessments,
  markKept,
  removeAssessments,
  removeEmptied,
  setEnd,
} from './assessment-forgetting.store.js';

/** Saved assessments whose time is over. Whether an order rests on one is for the caller to ask. */
@Injectable()
export class AssessmentForgetting {
  /**
   * Assessments that end at or before a moment, in the order of their ids, locked until the caller's transaction ends; one that somebody is at
   * work on is left out, and so is one that an order was seen to rest on. @param after the last of the batch before; null to begin.
   */
  async ending(
    manager: EntityManager,
    by: Date,
    after: string | null,
    limit: number,
  ): Promise<EndingAssessment[]> {
    return await endingAssessments(manager, by, after, limit);
  }

  /** An order rests on these: they are not ending any more, until it is gone. */
  async keepForOrders(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await markKept(manager, ids, true);
  }

  /** Gives an assessment until then. */
  async endAt(manager: EntityManager, id: string, expiresAt: Date): Promise<void> {
    await setEnd(manager, id, expiresAt);
  }

  /** Removes assessments that no order points at; the database removes the emails about them. */
  async remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await removeAssessments(manager, ids);
  }

  /** Removes the empty rows that stayed because an order pointed at them; those that still hold answers keep their own time. */
  async removeEmptied(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await removeEmptied(manager, ids);
    await markKept(manager, ids, false);
  }
}
