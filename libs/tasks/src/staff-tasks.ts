import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { StaffTask } from './staff-task.entity.js';

/** What a task says when it is raised. */
export interface RaisedTask {
  readonly kind: string;
  readonly subject: string;
  readonly orderId?: string;
  readonly summary: string;
  readonly data?: Record<string, unknown>;
}

/** Work that waits for a person. Raised in the transaction of its reason, so that neither exists without the other. */
@Injectable()
export class StaffTasks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens a task. An open one about the same subject stays as it is; a closed one is opened again and remembers how it was closed. */
  async raise(manager: EntityManager, task: RaisedTask): Promise<void> {
    await manager.query(
      `insert into staff_tasks as task (id, kind, subject, order_id, summary, data, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (kind, subject) do update
       set summary = excluded.summary, opened_at = excluded.opened_at, closed_at = null, closed_by = null, resolution = null,
           data = excluded.data || jsonb_build_object('earlier', coalesce(task.data -> 'earlier', '[]') ||
             jsonb_build_object('closedAt', task.closed_at, 'closedBy', task.closed_by, 'resolution', task.resolution))
       where task.closed_at is not null`,
      [
        newId(),
        task.kind,
        task.subject,
        task.orderId ?? null,
        task.summary,
        task.data ?? {},
        this.clock.now(),
      ],
    );
  }

  /** Oldest first. */
  async open(): Promise<StaffTask[]> {
    return await this.source.manager.find(StaffTask, {
      where: { closedAt: IsNull() },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws DomainError `task_closed` when it is unknown or someone else has closed it meanwhile. */
  async close(id: string, staffId: string, resolution: string): Promise<void> {
    const { affected } = await this.source.manager.update(
      StaffTask,
      { id, closedAt: IsNull() },
      { closedAt: this.clock.now(), closedBy: staffId, resolution },
    );
    if (affected !== 1) throw new DomainError('task_closed', 'This task is closed already.');
  }

  /** Closes the task about a subject, if one is open. @param staffId null when nobody did: what it was about came right by itself. */
  async closeFor(
    manager: EntityManager,
    { kind, subject }: Pick<RaisedTask, 'kind' | 'subject'>,
    staffId: string | null,
    resolution: string,
  ): Promise<void> {
    await manager.update(
      StaffTask,
      { kind, subject, closedAt: IsNull() },
      { closedAt: this.clock.now(), closedBy: staffId, resolution },
    );
  }
}
