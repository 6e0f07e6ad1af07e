import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { filtersAmong, type QueueFilter } from './queue-filters.js';
import { keepView, removeView, renameView, startWith, viewsOf } from './queue-view.store.js';

/** Longest name of a view, in characters. */
export const VIEW_NAME_LONGEST = 40;
const MOST_VIEWS = 12;

/** A kept view as its owner sees it. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly filters: readonly QueueFilter[];
  readonly isStart: boolean;
}

/** The views of the queue that each member of staff keeps for themselves; nobody sees another's. */
@Injectable()
export class QueueViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name. A filter that is there no more is left out. */
  async of(staffId: string): Promise<KeptView[]> {
    const views = await viewsOf(this.source.manager, staffId);
    return views.map(({ id, name, filters, isStart }) => ({
      id,
      name,
      filters: filtersAmong(filters),
      isStart,
    }));
  }

  /**
   * Keeps filters under a name; a view that has the name becomes this.
   * @throws DomainError `view_refused` for one too many.
   */
  async keep(staffId: string, name: string, filters: readonly QueueFilter[]): Promise<KeptView> {
    const before = await this.of(staffId);
    const same = before.find((view) => view.name.toLowerCase() === name.toLowerCase());
    if (!same && before.length >= MOST_VIEWS)
      throw new DomainError('view_refused', `You have ${MOST_VIEWS} views. Delete one that you do not need.`);
    const view = { id: same?.id ?? newId(), name, filters: [...filters], isStart: same?.isStart ?? false };
    await keepView(this.source.manager, { ...view, staffId, createdAt: this.clock.now() });
    return view;
  }

  /** @throws DomainError `view_refused` when another view has the name. */
  async rename(staffId: string, id: string, name: string): Promise<void> {
    if (!(await renameView(this.source.manager, { id, staffId, name })))
      throw new DomainError('view_refused', 'Another view of yours has this name.');
  }

  async remove(staffId: string, id: string): Promise<void> {
    await removeView(this.source.manager, id, staffId);
  }

  /** @param id the view that the queue opens with; null for all open reviews. */
  async startWith(staffId: string, id: string | null): Promise<void> {
    await this.source.transaction((manager) => startWith(manager, staffId, id));
  }
}
