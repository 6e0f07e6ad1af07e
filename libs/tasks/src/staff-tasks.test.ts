import { randomUUID } from 'node:crypto';
import { schemaDrift } from '@app/database';
import { plusDays } from '@app/kernel';
import { createTestDatabase, emptyTables, FakeClock, type TestDatabase } from '@app/testing';
import type { StaffTask } from './staff-task.entity.js';
import { type RaisedTask, StaffTasks } from './staff-tasks.js';
import { TaskForgetting } from './task-forgetting.js';
import { taskEntities } from './tasks.module.js';

let database: TestDatabase;
let tasks: StaffTasks;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase(taskEntities);
  tasks = new StaffTasks(database.source, clock);
});
afterAll(() => database.drop());
beforeEach(() => emptyTables(database.source, 'staff_tasks'));

const raise = (task: Partial<RaisedTask> = {}): Promise<void> =>
  database.source.transaction((manager) =>
    tasks.raise(manager, {
      kind: 'refund_failed',
      subject: 'refund-1',
      summary: 'A refund has failed.',
      ...task,
    }),
  );
const onlyOne = async (): Promise<StaffTask> => {
  const [task, ...more] = await tasks.open();
  if (!task || more.length > 0) throw new Error(`there are ${more.length + (task ? 1 : 0)} open tasks`);
  return task;
};

describe('a task', () => {
  it('is kept as its entity says', async () => {
    expect(await schemaDrift(database.url, taskEntities)).toEqual([]);
  });

  it('is one, however often it is raised, and opens again after it was closed', async () => {
    await Promise.all([raise(), raise(), raise()]);
    const { id } = await onlyOne();
    await tasks.close(id, randomUUID(), 'explained');
    await expect(tasks.close(id, randomUUID(), 'again')).rejects.toMatchObject({ code: 'task_closed' });
    expect(await tasks.open()).toEqual([]);
    await raise();
    expect(await onlyOne()).toMatchObject({
      id,
      closedAt: null,
      data: { earlier: [{ resolution: 'explained' }] },
    });
  });

  it('of a kind that nobody has listed is refused', async () => {
    await expect(raise({ kind: 'odd' as RaisedTask['kind'] })).rejects.toMatchObject({
      code: 'task_kind_unknown',
    });
    expect(await tasks.open()).toEqual([]);
  });

  it('tells when it was raised, also once it is closed', async () => {
    const { manager } = database.source;
    const about = { kind: 'refund_failed', subject: 'refund-1' };
    expect(await tasks.raisedAt(manager, about)).toBeNull();
    await raise();
    await tasks.closeFor(manager, about, null, 'came right');
    expect(await tasks.raisedAt(manager, about)).toEqual(clock.now());
  });

  it('goes once it has been closed for long enough; an open one, a younger one and another kind stay', async () => {
    const { manager } = database.source;
    const [old, now] = [clock.now(), plusDays(clock.now(), 1)];
    for (const [kind, subject, at] of [
      ['complaint', 'old', old],
      ['complaint', 'young', now],
      ['refund_failed', 'other', old],
    ] as const) {
      await raise({ kind, subject });
      clock.set(at);
      await tasks.closeFor(manager, { kind, subject }, null, 'answered');
    }
    await raise({ kind: 'complaint', subject: 'open' });
    expect(await new TaskForgetting().removeClosed(manager, ['complaint'], old, 10)).toEqual(['old']);
    expect(await database.source.query('select subject from staff_tasks order by subject')).toEqual(
      ['open', 'other', 'young'].map((subject) => ({ subject })),
    );
  });
});
