import { type FactoryProvider, Logger, type Type } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ScheduleHeartbeats } from './schedule-heartbeats.js';
import {
  durationWords,
  isTrouble,
  type ScheduleHeartbeat,
  type ScheduleState,
  scheduleState,
} from './schedule-state.js';

/** Where trouble becomes work for a person; bound by the app that looks. */
export interface ScheduleTasks {
  raise(
    manager: EntityManager,
    task: { readonly kind: string; readonly subject: string; readonly summary: string },
  ): Promise<void>;
  closeFor(
    manager: EntityManager,
    task: { readonly kind: string; readonly subject: string },
    staffId: string | null,
    resolution: string,
  ): Promise<void>;
}

export interface WatchedSchedule extends ScheduleHeartbeat {
  readonly state: ScheduleState;
}

/** How often the schedules are looked at, in milliseconds. */
const LOOK_EVERY = 30_000;

/**
 * Looks at every schedule while its process lives, raises a task about one that fails or is silent, and closes it when it works again. It is
 * no job itself, and the desk looks as well as each worker: so neither a broken schedule nor a dead worker can hide itself.
 */
export class ScheduleWatch {
  private readonly log = new Logger(ScheduleWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly tasks: ScheduleTasks,
    private readonly upSeconds: () => number = () => process.uptime(),
  ) {}

  onApplicationBootstrap(): void {
    const look = (): void => {
      this.looking = this.settle().catch((error: unknown) =>
        this.log.warn(`the schedules could not be looked at: ${String(error)}`),
      );
    };
    // Whoever starts a worker again wants to see at once that all is well.
    look();
    this.timer = setInterval(look, LOOK_EVERY);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Every schedule as it stands. */
  async look(): Promise<WatchedSchedule[]> {
    const beats = await new ScheduleHeartbeats((sql, parameters) => this.source.query(sql, parameters)).all();
    return beats.map((beat) => ({ ...beat, state: scheduleState(beat, this.upSeconds()) }));
  }

  /** Raises what is in trouble and closes what is in it no more. */
  async settle(): Promise<void> {
    const schedules = await this.look();
    await this.source.transaction(async (manager) => {
      for (const schedule of schedules) await this.settleOne(manager, schedule);
    });
  }

  private async settleOne(manager: EntityManager, schedule: WatchedSchedule): Promise<void> {
    const { name: subject, state } = schedule;
    if (state === 'overdue') return;
    for (const trouble of ['failing', 'silent'] as const) {
      const kind = `schedule_${trouble}`;
      if (state === trouble)
        await this.tasks.raise(manager, { kind, subject, summary: summaryOf(schedule, trouble) });
      else
        await this.tasks.closeFor(
          manager,
          { kind, subject },
          null,
          isTrouble(state) ? `Closed by itself: it is ${state} now.` : 'Closed by itself: it works again.',
        );
    }
  }
}

/** The error itself stays on the jobs page: it may name what a task should not keep. */
function summaryOf(
  { name, intervalSeconds, quietSeconds }: WatchedSchedule,
  trouble: 'failing' | 'silent',
): string {
  const due = `It should run every ${durationWords(intervalSeconds)}.`;
  return trouble === 'failing'
    ? `The schedule ${name} failed at its last run. ${due} The jobs page shows the error; retry it there. This task closes by itself when it works again.`
    : `The schedule ${name} has not succeeded for ${durationWords(quietSeconds)}. ${due} Look whether a worker is running, and at the jobs page. This task closes by itself when it works again.`;
}

/** The watch of an app. @param tasks what the app provides as the place for tasks. */
export const scheduleWatch = (tasks: Type<ScheduleTasks>): FactoryProvider<ScheduleWatch> => ({
  provide: ScheduleWatch,
  inject: [DataSource, tasks],
  useFactory: (source: DataSource, place: ScheduleTasks) => new ScheduleWatch(source, place),
});
