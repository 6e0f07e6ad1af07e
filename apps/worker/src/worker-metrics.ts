import { isTrouble, type ScheduleWatch } from '@app/jobs';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

const processRegistry = new Registry();
collectDefaultMetrics({ register: processRegistry });

/** Memory, CPU and event loop of this worker, and every schedule as the database has it: each worker says the same of them. */
export async function workerMetrics(
  watch: Pick<ScheduleWatch, 'look'>,
): Promise<{ contentType: string; text: string }> {
  const registry = new Registry();
  const labels = { labelNames: ['schedule'], registers: [registry] };
  const quiet = new Gauge({
    name: 'schedule_seconds_since_success',
    help: 'Seconds since a schedule last succeeded; before its first success, since it is watched',
    ...labels,
  });
  const interval = new Gauge({
    name: 'schedule_interval_seconds',
    help: 'The longest time between two ticks of a schedule',
    ...labels,
  });
  const trouble = new Gauge({
    name: 'schedule_in_trouble',
    help: '1 while a schedule fails or is silent',
    ...labels,
  });
  const failures = new Counter({
    name: 'schedule_failures_total',
    help: 'Attempts of a schedule that failed',
    ...labels,
  });
  for (const { name: schedule, ...beat } of await watch.look()) {
    quiet.set({ schedule }, beat.quietSeconds);
    interval.set({ schedule }, beat.intervalSeconds);
    trouble.set({ schedule }, isTrouble(beat.state) ? 1 : 0);
    failures.inc({ schedule }, beat.failures);
  }
  return {
    contentType: registry.contentType,
    text: await Registry.merge([processRegistry, registry]).metrics(),
  };
}
