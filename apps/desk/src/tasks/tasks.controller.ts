import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Arrived, Form, type SeeOther, seeOther, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { Audit } from '@app/audit';
import { shortDayTime } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { eventWords } from '../event-words.js';
import { done } from '../reviews/done-words.js';
import { CloseTaskForm } from './close-task.form.js';

const NOTHING_WRONG = { error: '', error_task: '', kept: '' };

/** What only a person can settle: odd money, bounced emails, second payments. */
@Controller('tasks')
@Needs('tasks.read')
export class TasksController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
    private readonly audit: Audit,
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

  private async page(staff: Caller, extra: object, status?: number): Promise<View> {
    const open = await this.tasks.open();
    const rows = open.map((task) => ({
      id: task.id,
      kind: eventWords(task.kind),
      summary: task.summary,
      said: saidIn(task.data),
      order_id: task.orderId ?? '',
      opened: shortDayTime(task.openedAt),
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
