import { newId } from '@app/kernel';
import type { SendOutcome } from '@app/mail';
import { StaffTasks } from '@app/tasks';
import type { Delivery } from './delivery.entity.js';
import { type Beginning, DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DeliveryScene } from './delivery-scene.builder.js';

type Begun = Extract<Beginning, { kind: 'begun' }>;

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

const LONG = 'x'.repeat(600);

async function begun(deliveryId: string): Promise<Begun> {
  const beginning = await scene.get(DeliveryAttempts).begin(deliveryId);
  if (beginning.kind !== 'begun') throw new Error(beginning.kind);
  return beginning;
}
/** An attempt at the confirmation of a paid order, its first byte on the way. */
async function confirming(): Promise<Begun & { readonly orderId: string }> {
  const orderId = await scene.paidOrder();
  await scene.deliveries.enqueueConfirmation(orderId);
  const [queued] = await scene.deliveriesOf(orderId);
  const attempt = await begun(queued?.id ?? '');
  await scene.get(DeliveryAttempts).markDataStarted(attempt.attempt);
  return { ...attempt, orderId };
}
const record = ({ delivery, attempt }: Begun, outcome: SendOutcome, last = false): Promise<string> =>
  scene.get(DeliveryOutcomes).record(delivery, attempt, outcome, last);
const now = async ({ orderId }: { readonly orderId: string }): Promise<Delivery | undefined> =>
  (await scene.deliveriesOf(orderId))[0];
const tasks = async (): Promise<object[]> =>
  (await scene.get(StaffTasks).open()).map(({ kind, subject, orderId, summary, data }) => ({
    kind,
    subject,
    orderId,
    summary,
    data,
  }));
const task = (
  { delivery, orderId }: Begun & { readonly orderId: string },
  kind: string,
  summary: string,
): object => ({
  kind,
  subject: delivery.id,
  orderId,
  summary: `confirmation email: ${summary}`,
  data: { deliveryId: delivery.id, kind: 'confirmation' },
});
const blockers = (orderId: string): Promise<object[]> =>
  scene.source.query(
    'select kind, reason, source from order_blockers where order_id = $1 and ended_at is null',
    [orderId],
  );

describe('what becomes of an attempt', () => {
  it('taken: when, with the server’s words, and the clock keeps what the email was written with', async () => {
    const attempt = await confirming();
    scene.clock.advance(60_000);
    expect(await record(attempt, { kind: 'accepted', response: LONG })).toBe('done');
    expect(await now(attempt)).toMatchObject({
      state: 'accepted',
      acceptedAt: scene.clock.now(),
      smtpResponse: LONG.slice(0, 500),
    });
    expect(await scene.attemptsAt(attempt.delivery.id)).toMatchObject([
      { outcome: 'accepted', detail: expect.stringMatching(/^x+$/), ended_at: scene.clock.now() },
    ]);
    expect((await scene.order(attempt.orderId))?.clockStartedAt).toEqual(attempt.attempt.startedAt);
    expect(await tasks()).toEqual([]);
    expect(await blockers(attempt.orderId)).toEqual([]);
  });

  it('perhaps taken: a person looks', async () => {
    const attempt = await confirming();
    expect(await record(attempt, { kind: 'unknown', reason: 'cut' })).toBe('done');
    expect(await now(attempt)).toMatchObject({
      state: 'unknown',
      smtpResponse: 'It may have been sent: cut',
    });
    expect(await tasks()).toEqual([task(attempt, 'delivery_unknown', 'It may have been sent: cut')]);
    expect(await blockers(attempt.orderId)).toEqual([]);
  });

  it('refused for good: a person looks, and nothing more is sent before the address is right', async () => {
    const attempt = await confirming();
    expect(await record(attempt, { kind: 'refused', permanent: true, response: LONG })).toBe('done');
    expect(await now(attempt)).toMatchObject({
      state: 'bounced',
      smtpResponse: `The mail server refused it for good: ${LONG}`.slice(0, 500),
    });
    expect(await tasks()).toEqual([
      task(attempt, 'delivery_bounced', `The mail server refused it for good: ${LONG}`),
    ]);
    expect(await blockers(attempt.orderId)).toEqual([
      {
        kind: 'bounce',
        reason: `The confirmation email was refused for good: ${LONG.slice(0, 300)}`,
        source: attempt.attempt.id,
      },
    ]);
  });

  it.each<[string, SendOutcome, string]>([
    ['refused for now', { kind: 'refused', permanent: false, response: LONG }, LONG],
    ['not reached', { kind: 'unreachable', reason: 'away' }, 'away'],
  ])('%s: tried again, and after the last time a person looks', async (_what, outcome, why) => {
    const attempt = await confirming();
    expect(await record(attempt, outcome)).toBe('try_again');
    expect(await now(attempt)).toMatchObject({ state: 'queued', smtpResponse: why.slice(0, 500) });
    expect(await tasks()).toEqual([]);
    const last = { ...(await begun(attempt.delivery.id)), orderId: attempt.orderId };
    expect(await record(last, outcome, true)).toBe('done');
    expect(await now(attempt)).toMatchObject({
      state: 'failed',
      smtpResponse: `Every attempt failed; the last: ${why}`.slice(0, 500),
    });
    expect(await tasks()).toEqual([task(last, 'delivery_failed', `Every attempt failed; the last: ${why}`)]);
    expect(await blockers(attempt.orderId)).toEqual([]);
  });

  it('called off, because what it was about is gone: neither is under way any more', async () => {
    const orderId = await scene.paidOrder();
    await scene.deliveries.enqueueConfirmation(orderId);
    const attempt = await begun((await now({ orderId }))?.id ?? '');
    await scene.get(DeliveryOutcomes).cancel(attempt.delivery, attempt.attempt);
    expect(await now({ orderId })).toMatchObject({ state: 'cancelled' });
    expect(await scene.attemptsAt(attempt.delivery.id)).toMatchObject([
      { outcome: 'cancelled', ended_at: scene.clock.now() },
    ]);
  });

  it('of the blueprint, refused for good: its order is bound', async () => {
    const orderId = await scene.paidOrder();
    await scene.work();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
    const email = (await scene.deliveriesOf(orderId)).find(({ kind }) => kind === 'blueprint');
    await record(await begun(email?.id ?? ''), { kind: 'refused', permanent: true, response: 'no' });
    expect(await blockers(orderId)).toMatchObject([
      { kind: 'bounce', reason: 'The blueprint email was refused for good: no' },
    ]);
  });

  it.each<[string, SendOutcome, string]>([
    ['taken', { kind: 'accepted', response: 'ok' }, 'accepted'],
    ['refused for good', { kind: 'refused', permanent: true, response: 'no' }, 'bounced'],
  ])(
    'of another email about an order, %s: no clock starts, and nothing is bound',
    async (_what, outcome, state) => {
      const orderId = await scene.paidOrder();
      await scene.source.transaction((manager) =>
        scene.get(DeliveryOutbox).enqueueEmail(manager, {
          ...{ kind: 'notice', subjectKey: 'told:x', orderId, recipient: 'sam@example.org' },
          sendAfter: scene.clock.now(),
        }),
      );
      const [email] = await scene.deliveriesOf(orderId);
      const attempt = await begun(email?.id ?? '');
      await scene.get(DeliveryAttempts).markDataStarted(attempt.attempt);
      await record(attempt, outcome);
      expect(await now({ orderId })).toMatchObject({ state });
      expect((await scene.order(orderId))?.clockStartedAt).toBeNull();
      expect(await blockers(orderId)).toEqual([]);
    },
  );

  it('ended otherwise meanwhile: nothing follows from it', async () => {
    const attempt = await confirming();
    await record(attempt, { kind: 'unknown', reason: 'cut' });
    expect(await record(attempt, { kind: 'accepted', response: 'late' })).toBe('done');
    expect(await now(attempt)).toMatchObject({ state: 'unknown' });
    expect((await scene.order(attempt.orderId))?.clockStartedAt).toBeNull();
  });

  it('tried again after it was taken meanwhile: not again', async () => {
    const attempt = await confirming();
    await scene.source.query(`update deliveries set state = 'accepted', accepted_at = now() where id = $1`, [
      attempt.delivery.id,
    ]);
    expect(await record(attempt, { kind: 'refused', permanent: false, response: 'later' })).toBe('done');
  });

  it('of an email about a saved assessment: its owner sees it, and no task is made of an address we have no use for', async () => {
    const assessmentId = newId();
    await scene.source.query(
      'insert into assessments (id, created_at, updated_at, expires_at) values ($1, now(), now(), now())',
      [assessmentId],
    );
    await scene.source.transaction((manager) =>
      scene.get(DeliveryOutbox).enqueueEmail(manager, {
        kind: 'notice',
        subjectKey: 'assessment-ends:x',
        orderId: null,
        assessmentId,
        recipient: 'sam@example.org',
        sendAfter: scene.clock.now(),
      }),
    );
    const [queued] = await scene.deliveries.forAssessment(assessmentId);
    const attempt = await begun(queued?.id ?? '');
    await record(attempt, { kind: 'refused', permanent: true, response: 'no such box' });
    expect(await scene.deliveries.forAssessment(assessmentId)).toMatchObject([{ state: 'bounced' }]);
    expect(await tasks()).toEqual([]);
  });
});

describe('an email that comes back after it was taken', () => {
  it('binds its order by the report, once', async () => {
    const attempt = await confirming();
    await record(attempt, { kind: 'accepted', response: 'ok' });
    const outcomes = scene.get(DeliveryOutcomes);
    for (let n = 0; n < 2; n += 1) {
      const delivery = await now(attempt);
      await scene.source.transaction(async (manager) => {
        if (delivery) await outcomes.cameBack(manager, delivery, 'box full');
      });
    }
    expect(await now(attempt)).toMatchObject({ state: 'bounced', smtpResponse: 'It came back: box full' });
    expect(await tasks()).toEqual([task(attempt, 'delivery_bounced', 'It came back: box full')]);
    expect(await blockers(attempt.orderId)).toEqual([
      {
        kind: 'bounce',
        reason: 'The confirmation email was refused for good: box full',
        source: `report:${attempt.delivery.messageId}`,
      },
    ]);
  });

  it('changes nothing while it is queued again', async () => {
    const attempt = await confirming();
    await record(attempt, { kind: 'refused', permanent: false, response: 'later' });
    const queued = await now(attempt);
    await scene.source.transaction(async (manager) => {
      if (queued) await scene.get(DeliveryOutcomes).cameBack(manager, queued, 'box full');
    });
    expect(await now(attempt)).toMatchObject({ state: 'queued' });
    expect(await blockers(attempt.orderId)).toEqual([]);
  });
});
