import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import type { StaffTask } from './staff-task.entity.js';
import { dueAt } from './due-at.js';
import { closeTask, giveTaskBack, openTask, openTasks, takeTask, taskAbout } from './staff-tasks.store.js';
import { isTaskKind, type TaskKind } from './task-kinds.js';

/** What a task says when it is raised. */
export interface RaisedTask {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly orderId?: string;
  readonly summary: string;
  readonly data?: Record<string, unknown>;
}

/** Which task: there is one of a kind about a subject. */
export interface TaskName {
  readonly kind: string;
  readonly subject: string;
}

/** Work that waits for a person. Raised in the transaction of its reason, so that neither exists without the other. */
@Injectable()
export class StaffTasks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens a task. An open one about the same subject stays as it is; a closed one is opened again and remembers how it was closed.
   * @throws DomainError `task_kind_unknown` for a kind that is not in `TASK_KINDS`.
   */
  async raise(manager: EntityManager, task: RaisedTask): Promise<void> {
    if (!isTaskKind(task.kind))
      throw new DomainError('task_kind_unknown', `There is no kind of task called ${String(task.kind)}.`);
    const { kind, subject, orderId = null, summary, data = {} } = task;
    const openedAt = this.clock.now();
    await openTask(manager, {
      id: newId(),
      kind,
      subject,
      orderId,
      summary,
      data,
      openedAt,
      dueAt: dueAt(kind, openedAt),
    });
  }

  /** Due first. */
  async open(): Promise<StaffTask[]> {
    return await openTasks(this.source.manager);
  }

  /** When the task about a subject was raised, be it open or closed; null when it never was. */
  async raisedAt(manager: EntityManager, { kind, subject }: TaskName): Promise<Date | null> {
    return (await taskAbout(manager, kind, subject))?.openedAt ?? null;
  }

  /** @throws DomainError `task_taken` when another person has it, or it is closed. */
  async take(manager: EntityManager, id: string, staffId: string): Promise<void> {
    if (!(await takeTask(manager, id, staffId, this.clock.now())))
      throw new DomainError('task_taken', 'Somebody else has taken this task, or it is closed.');
  }

  /** So that another person can take it. Nothing when nobody had it. */
  async giveBack(manager: EntityManager, id: string): Promise<boolean> {
    return await giveTaskBack(manager, id);
  }

  /** @throws DomainError `task_closed` when it is unknown or someone else has closed it meanwhile. */
  async close(id: string, staffId: string, resolution: string): Promise<void> {
    const closed = await closeTask(this.source.manager, { id }, this.how(staffId, resolution));
    if (!closed) throw new DomainError('task_closed', 'This task is closed already.');
  }

  /** Closes the task about a subject, if one is open. @param staffId null when nobody did: what it was about came right by itself. */
  async closeFor(
    manager: EntityManager,
    { kind, subject }: TaskName,
    staffId: string | null,
    resolution: string,
  ): Promise<void> {
    await closeTask(manager, { kind, subject }, this.how(staffId, resolution));
  }

  /** Closes the open tasks of these kinds about an order: what they asked for has been done. */
  async closeOfOrder(
    manager: EntityManager,
    { orderId, kinds }: { readonly orderId: string; readonly kinds: readonly TaskKind[] },
    staffId: string | null,
    resolution: string,
  ): Promise<void> {
    await closeTask(manager, { orderId, kind: In([...kinds]) }, this.how(staffId, resolution));
  }

  private how(
    closedBy: string | null,
    resolution: string,
  ): Pick<StaffTask, 'closedAt' | 'closedBy' | 'resolution'> {
    return { closedAt: this.clock.now(), closedBy, resolution };
  }
}
