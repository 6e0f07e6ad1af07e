import { APPROVED_BYTES, DeliveryScene } from './delivery-scene.builder.js';

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

/** An approved file queued at a moment, with the job that sends it. */
async function queuedAt(moment: string): Promise<{ id: string; sendAfter: Date; jobRunsAt: Date }> {
  const orderId = await scene.paidOrder();
  await scene.work();
  const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
  scene.clock.set(moment);
  await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
  const queued = (await scene.deliveriesOf(orderId)).find(({ kind }) => kind === 'blueprint');
  if (!queued) throw new Error('nothing was queued');
  const [job] = await scene.source.query<{ runAt: Date }[]>(
    'select run_at as "runAt" from graphile_worker._private_jobs where key = $1',
    [`delivery:${queued.id}`],
  );
  return { id: queued.id, sendAfter: queued.sendAfter, jobRunsAt: job?.runAt ?? new Date(0) };
}

const sentFiles = (): number =>
  scene.mail.taken.filter((message) => message.includes(Buffer.from(APPROVED_BYTES).toString('base64')))
    .length;

describe('an email', () => {
  it('has a job for its own time, and is not sent before it, whoever starts the job', async () => {
    const { id, sendAfter, jobRunsAt } = await queuedAt('2026-11-24T18:00:00Z');
    expect(sendAfter).toEqual(new Date('2026-11-25T09:00:00Z'));
    expect(jobRunsAt).toEqual(sendAfter);
    scene.clock.set('2026-11-25T08:59:59Z');
    await expect(scene.deliveries.attempt(id, false)).rejects.toThrow('not to be sent before');
    expect(sentFiles()).toBe(0);
    scene.clock.set(sendAfter);
    await scene.deliveries.attempt(id, false);
    expect(sentFiles()).toBe(1);
  });

  it('does not wait for the morning when its promise would pass in the night', async () => {
    const { sendAfter } = await queuedAt('2026-11-26T18:30:00Z');
    expect(sendAfter).toEqual(new Date('2026-11-26T18:30:00Z'));
  });

  it('whose job was lost gets a new one, and one whose job waits does not get a second', async () => {
    const { id, jobRunsAt } = await queuedAt('2026-11-24T18:00:00Z');
    scene.clock.set('2026-11-25T09:10:01Z');
    await scene.deliveries.sweep();
    const jobs = (): Promise<{ at: Date }[]> =>
      scene.source.query('select run_at as at from graphile_worker._private_jobs where key = $1', [
        `delivery:${id}`,
      ]);
    expect(await jobs()).toEqual([{ at: jobRunsAt }]);
    await scene.source.query('delete from graphile_worker._private_jobs');
    await scene.deliveries.sweep();
    expect(await jobs()).toHaveLength(1);
  });
});
