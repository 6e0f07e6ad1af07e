import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Arrived, Form, type SeeOther, seeOther, type View, view } from '@app/http';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { StaffService } from '@app/staff';
import { StaffTasks, taskKind } from '@app/tasks';
import { Audit } from '@app/audit';
import { relativeWords, shortDayTime } from '@app/review';
import { ViewsLog } from '../access/views-log.js';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { eventWords } from '../event-words.js';
import { done } from '../done-words.js';
import { CloseTaskForm } from './close-task.form.js';
import { taskButtons } from './task-acts.js';
import { staffName } from '../staff-name.js';

const NOTHING_WRONG = { error: '', error_task: '', kept: '' };

/** What only a person can settle: odd money, bounced emails, second payments. */
@Controller('tasks')
@Needs('tasks.read')
export class TasksController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
    private readonly audit: Audit,
    private readonly staff: StaffService,
    private readonly views: ViewsLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentStaff() staff: Caller, @Query('done') what: unknown): Promise<View> {
    return await this.page(staff, { ...NOTHING_WRONG, done: done(what) });
  }

  @Post(':id/close')
  @Needs('tasks.close')
  async close(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Form(CloseTaskForm) { value, errors }: Arrived<CloseTaskForm>,
  ): Promise<View | SeeOther> {
    if (errors)
      return await this.page(
        staff,
        {
          done: '',
          error: errors[0]?.message,
          error_task: id,
          kept: '',
        },
        422,
      );
    const { resolution } = value;
    const known = (await this.tasks.open()).find((task) => task.id === id);
    if (!known)
      throw new DomainError('task_closed', 'This task has been closed already. Nothing was changed.');
    await this.tasks.close(id, staff.staffId, resolution);
    const subject = { kind: 'task', id };
    await this.source.transaction((manager) =>
      this.audit.record(manager, {
        staffId: staff.staffId,
        action: 'task.closed',
        subject,
        before: { state: 'open' },
        after: { state: 'closed', kind: known.kind },
        reason: resolution,
        ipAddress: staff.ipAddress,
      }),
    );
    return seeOther('/tasks?done=task');
  }

  @Post(':id/take')
  @Needs('tasks.close')
  async take(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Caller): Promise<SeeOther> {
    await this.source.transaction(async (manager) => {
      await this.tasks.take(manager, id, staff.staffId);
      await this.record(manager, staff, id, 'task.taken');
    });
    return seeOther('/tasks?done=taken');
  }

  @Post(':id/give-back')
  @Needs('tasks.close')
  async giveBack(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Caller): Promise<SeeOther> {
    await this.source.transaction(async (manager) => {
      if (await this.tasks.giveBack(manager, id)) await this.record(manager, staff, id, 'task.given_back');
    });
    return seeOther('/tasks');
  }

  private async record(
    manager: EntityManager,
    { staffId, ipAddress }: Caller,
    id: string,
    action: 'task.taken' | 'task.given_back',
  ): Promise<void> {
    await this.audit.record(manager, { staffId, action, subject: { kind: 'task', id }, ipAddress });
  }

  private async page(staff: Caller, extra: object, status?: number): Promise<View> {
    const open = await this.tasks.open();
    await this.views.listed(
      staff,
      'tasks',
      open.map(({ orderId }) => orderId),
    );
    const names = await this.staff.names();
    const now = this.clock.now();
    const rows = open.map((task) => ({
      id: task.id,
      kind: eventWords(task.kind),
      summary: task.summary,
      said: saidIn(task.data),
      order_id: task.orderId ?? '',
      opened: shortDayTime(task.openedAt),
      due: shortDayTime(task.dueAt),
      due_in: relativeWords(task.dueAt, now),
      late: task.dueAt <= now,
      owner: taskKind(task.kind)?.owner ?? 'manager',
      taken_by: staffName(names, task.takenBy),
      mine: task.takenBy === staff.staffId,
      buttons: taskButtons(task),
    }));
    return view(
      'desk/tasks',
      { rows, can_close: staff.permissions.has('tasks.close'), ...extra },
      status ? { status } : {},
    );
  }
}

/** What somebody wrote to us by a form: labels and words, in the order they were given. */
const saidIn = ({ said }: Readonly<Record<string, unknown>>): { label: string; words: string }[] =>
  said !== null && typeof said === 'object'
    ? Object.entries(said).map(([label, words]) => ({ label, words: String(words) }))
    : [];
