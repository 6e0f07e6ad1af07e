import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What people changed in a draft before anybody approved it. */
export interface DraftEdit {
  /** Share of its text that is not the draft's any more, 0 to 1. */
  readonly changedShare: number;
  /** Staff who changed something. */
  readonly editors: readonly string[];
}

export interface EditRecord {
  editOf(manager: EntityManager, blueprintId: string): Promise<DraftEdit>;
}

/** The port for the editing of drafts: whoever keeps edits binds itself here. While nobody does, nothing was edited. */
@Injectable()
export class DraftEdits {
  private bound: EditRecord | undefined;

  bind(record: EditRecord): void {
    this.bound = record;
  }

  async of(manager: EntityManager, blueprintId: string): Promise<DraftEdit> {
    return this.bound ? await this.bound.editOf(manager, blueprintId) : { changedShare: 0, editors: [] };
  }
}
