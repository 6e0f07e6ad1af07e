import { newId, sha256 } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { APPROVED_BYTES, DeliveryScene } from './delivery-scene.builder.js';
import { recipientOf } from './mail-server.builder.js';
import { SentAgain } from './sent-again.js';
import { SignedLinks } from './signed-links.js';

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

describe('the confirmation', () => {
  it('is sent once, holds the consents, and the clock keeps the promise it names', async () => {
    const orderId = await scene.paidOrder();
    // Written one second before the cut-off, taken a minute after it.
    scene.mail.onTaking = () => scene.clock.advance(60_000);
    await scene.work();
    await scene.deliveries.enqueueConfirmation(orderId);
    await scene.work();
    expect(scene.mail.taken).toHaveLength(1);
    const { html, text } = await scene.mail.about('is confirmed');
    for (const part of [html, text])
      expect(part).toMatch(/6 pm on Thursday 26 November 2026[^]*I lose my right to cancel/);
    expect(html).not.toContain('<b>Jones');
    expect((await scene.order(orderId))?.promiseAt).toEqual(new Date('2026-11-26T18:00:00Z'));
  });

  it('refused for now is tried again under the same Message-ID; the clock waits', async () => {
    const orderId = await scene.paidOrder();
    scene.mail.mood = 'refuse_for_now';
    await expect(scene.work()).rejects.toThrow('was not sent');
    expect((await scene.order(orderId))?.clockStartedAt).toBeNull();
    scene.mail.mood = 'accept';
    await scene.work();
    const [delivery] = await scene.deliveriesOf(orderId);
    expect(delivery?.state).toBe('accepted');
    expect(scene.mail.taken.join()).toContain(`Message-ID: <${delivery?.messageId}>`);
  });

  it('refused for good goes to staff', async () => {
    const orderId = await scene.paidOrder();
    scene.mail.mood = 'refuse_for_good';
    await scene.work();
    expect((await scene.deliveriesOf(orderId)).map(({ state }) => state)).toEqual(['bounced']);
    expect(await scene.openTasks()).toEqual(['delivery_bounced']);
  });

  it('whose fate is unknown is never sent again by itself, and staff can settle it either way', async () => {
    const orderId = await scene.paidOrder();
    scene.mail.mood = 'hang_up_after_data';
    await scene.work();
    scene.mail.mood = 'accept';
    const [delivery] = await scene.deliveriesOf(orderId);
    await scene.deliveries.attempt(delivery?.id ?? '', false);
    expect(scene.mail.taken).toEqual([]);
    expect(await scene.openTasks()).toEqual(['delivery_unknown']);
    await scene.deliveries.settle(delivery?.id ?? '', 'send_again', newId());
    await scene.work();
    expect(scene.mail.taken).toHaveLength(1);
    expect(await scene.openTasks()).toEqual([]);
    await expect(scene.deliveries.settle(delivery?.id ?? '', 'was_sent', newId())).rejects.toMatchObject({
      code: 'delivery_not_open',
    });
  });
});

describe('an email that staff send again after the customer has moved', () => {
  it('goes to the address of now; what tells the old address stays with that', async () => {
    const orderId = await scene.paidOrder();
    scene.mail.mood = 'hang_up_after_data';
    await scene.work();
    await scene.get(SentAgain).changeAddress(orderId, 'moved@example.org');
    await scene.work();
    scene.mail.mood = 'accept';
    for (const { id } of await scene.deliveriesOf(orderId))
      await scene.deliveries.settle(id, 'send_again', newId());
    await scene.work();
    expect(recipientOf(await scene.mail.about('is confirmed'))).toBe('moved@example.org');
    const told = (await scene.mail.emails()).filter(({ subject }) => subject?.endsWith('was changed'));
    expect(told.map(recipientOf).sort()).toEqual(['moved@example.org', 'sian@example.org']);
  });
});

describe('an attempt cut off by a power cut', () => {
  it('before its first byte is simply made again, and the dead one can send nothing any more', async () => {
    const orderId = await scene.paidOrder();
    await scene.deliveries.enqueueConfirmation(orderId);
    const [queued] = await scene.deliveriesOf(orderId);
    const dead = await scene.get(DeliveryAttempts).begin(queued?.id ?? '');
    await scene.work();
    expect(scene.mail.taken).toHaveLength(1);
    if (dead.kind !== 'begun') throw new Error(dead.kind);
    await expect(scene.get(DeliveryAttempts).markDataStarted(dead.attempt)).rejects.toThrow('taken over');
  });

  it('after its first byte is raised to staff', async () => {
    const orderId = await scene.paidOrder();
    await scene.deliveries.enqueueConfirmation(orderId);
    const [queued] = await scene.deliveriesOf(orderId);
    const dead = await scene.get(DeliveryAttempts).begin(queued?.id ?? '');
    if (dead.kind !== 'begun') throw new Error(dead.kind);
    await scene.get(DeliveryAttempts).markDataStarted(dead.attempt);
    await scene.work();
    expect(scene.mail.taken).toEqual([]);
    expect(await scene.openTasks()).toEqual(['delivery_unknown']);
  });
});

describe('the blueprint', () => {
  it('waits for business hours, carries the approved bytes, and marks the order delivered', async () => {
    const orderId = await scene.paidOrder();
    await scene.work();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    scene.clock.set('2026-11-24T18:00:00Z');
    await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
    const queued = (await scene.deliveriesOf(orderId)).find(({ kind }) => kind === 'blueprint');
    expect(queued?.sendAfter).toEqual(new Date('2026-11-25T09:00:00Z'));
    scene.clock.set('2026-11-25T09:00:00Z');
    await scene.deliveries.attempt(queued?.id ?? '', false);
    const [file] = (await scene.mail.about('Blueprint is ready')).attachments;
    expect(file?.content).toEqual(Buffer.from(APPROVED_BYTES + orderId));
    expect((await scene.order(orderId))?.deliveredAt).toEqual(scene.clock.now());
  });

  it('cannot be queued when nobody approved those bytes: the database refuses', async () => {
    const orderId = await scene.paidOrder();
    const { blueprintId } = await scene.approvedBlueprint(orderId);
    await expect(
      scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha256('other bytes')),
    ).rejects.toThrow(/foreign key/);
    await expect(
      scene.get(DeliveryOutbox).enqueueEmail(scene.source.manager, {
        kind: 'blueprint',
        subjectKey: 'x',
        orderId,
        recipient: 'a@b.c',
        sendAfter: scene.clock.now(),
      }),
    ).rejects.toThrow(/check constraint/);
  });

  it('of an order cancelled after approval is not sent', async () => {
    const orderId = await scene.paidOrder();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
    await scene.get(OrdersService).cancel(orderId, 'changed my mind');
    const [queued] = await scene.deliveriesOf(orderId);
    await scene.deliveries.attempt(queued?.id ?? '', false);
    expect(scene.mail.taken).toEqual([]);
    expect((await scene.deliveriesOf(orderId)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('a download link', () => {
  it('is not used up by being opened, expires, and is replaced by a newer one', async () => {
    const orderId = await scene.paidOrder();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
    const links = scene.get(SignedLinks);
    const { url } = await links.issue(scene.source.manager, orderId, blueprintId);
    const secret = url.split('/').at(-1) ?? '';
    await links.open(secret);
    await expect(links.open(secret)).resolves.toMatchObject({ blueprintId });
    await links.revokeAll(scene.source.manager, orderId);
    await expect(links.open(secret)).rejects.toMatchObject({ code: 'link_revoked' });
    const next = (await links.issue(scene.source.manager, orderId, blueprintId)).url.split('/').at(-1) ?? '';
    scene.clock.advance(31 * 86_400_000);
    await expect(links.open(next)).rejects.toMatchObject({ code: 'link_expired' });
    await expect(links.open('guess')).rejects.toMatchObject({ code: 'link_unknown' });
    expect(JSON.stringify(await scene.source.query('select * from download_links'))).not.toContain(next);
  });
});
