import { BlueprintTwins } from '@app/blueprint';
import { sha256 } from '@app/kernel';
import { tamper } from '@app/testing';
import { ApprovedFiles } from './approved-files.js';
import type { Delivery } from './delivery.entity.js';
import { APPROVED_BYTES, DeliveryScene } from './delivery-scene.builder.js';
import { SignedLinks } from './signed-links.js';

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

/** An order whose approved file waits to be sent. */
async function approved(): Promise<{ orderId: string; blueprintId: string; deliveryId: string }> {
  const orderId = await scene.paidOrder();
  await scene.work();
  const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
  await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
  const delivery = (await scene.deliveriesOf(orderId)).find(({ kind }) => kind === 'blueprint');
  return { orderId, blueprintId, deliveryId: delivery?.id ?? '' };
}

async function delivered(): Promise<{ orderId: string; blueprintId: string }> {
  const { deliveryId, ...order } = await approved();
  await scene.deliveries.attempt(deliveryId, false);
  return order;
}

const changeBytes = (blueprintId: string): Promise<unknown> =>
  tamper(scene.source, 'update blueprints set pdf = $2 where id = $1', [
    blueprintId,
    Buffer.from(`${APPROVED_BYTES}.`),
  ]);

describe('the last gate', () => {
  it('lets no email out whose bytes are not the approved ones', async () => {
    const { orderId, blueprintId, deliveryId } = await approved();
    await changeBytes(blueprintId);
    const before = scene.mail.taken.length;
    await expect(scene.deliveries.attempt(deliveryId, false)).rejects.toMatchObject({
      code: 'delivery_not_approved',
    });
    expect(scene.mail.taken).toHaveLength(before);
    expect((await scene.order(orderId))?.deliveredAt).toBeNull();
  });

  it('gives no file out by a link whose bytes are not the approved ones', async () => {
    const { orderId, blueprintId } = await delivered();
    const files = scene.get(ApprovedFiles);
    expect((await files.behind({ blueprintId })).pdf.toString()).toBe(APPROVED_BYTES + orderId);
    await changeBytes(blueprintId);
    await expect(files.behind({ blueprintId })).rejects.toMatchObject({ code: 'delivery_not_approved' });
  });

  it('gives out neither a calendar nor an accessible copy that is not as it was when the file was made', async () => {
    const { blueprintId } = await delivered();
    const files = scene.get(ApprovedFiles);
    const file = await files.behind({ blueprintId });
    // Made before copies were hashed: none is offered.
    expect(files.copy(file, 'standard')).toBeNull();
    const other = { ...file, hashes: { ...file.hashes, standard: 'a'.repeat(64) } };
    const twins = scene.get(BlueprintTwins);
    twins.html = () => '<p>other words</p>';
    expect(() => files.copy(other, 'standard')).toThrow(
      'The accessible copy is not the one that was approved.',
    );
    await tamper(scene.source, `update blueprints set calendar_file = 'other' where id = $1`, [blueprintId]);
    await expect(files.behind({ blueprintId })).rejects.toMatchObject({ code: 'delivery_not_approved' });
  });

  it('gives out what travels with a file as it was, and nothing where nothing travels with it', async () => {
    const { blueprintId } = await delivered();
    const files = scene.get(ApprovedFiles);
    const file = await files.behind({ blueprintId });
    expect(file.blueprintId).toBe(blueprintId);
    const twins = scene.get(BlueprintTwins);
    twins.html = () => '<p>our words</p>';
    const hashed = { ...file, hashes: { ...file.hashes, standard: sha256('<p>our words</p>') } };
    expect(files.copy(hashed, 'standard')).toBe('<p>our words</p>');
    // What was made before copies were hashed has none, whatever could be made of it today.
    expect(files.copy(file, 'standard')).toBeNull();
    twins.html = () => null;
    expect(files.copy(hashed, 'standard')).toBeNull();
    await tamper(scene.source, 'update blueprints set calendar_sha256 = null where id = $1', [blueprintId]);
    expect(await files.behind({ blueprintId })).toMatchObject({ hashes: { calendar: null } });
  });

  it('gives nothing out of a delivery that names no file, or no approval of it', async () => {
    const { orderId, blueprintId } = await delivered();
    const email = (await scene.deliveriesOf(orderId)).find((each) => each.blueprintId === blueprintId);
    for (const missing of [{ blueprintId: null }, { approvedSha256: null }])
      await expect(scene.get(ApprovedFiles).of({ ...email, ...missing } as Delivery)).rejects.toMatchObject({
        code: 'delivery_without_approval',
      });
  });

  it('gives no file out that was never to be delivered', async () => {
    const { blueprintId } = await scene.approvedBlueprint(await scene.paidOrder());
    await expect(scene.get(ApprovedFiles).behind({ blueprintId })).rejects.toMatchObject({
      code: 'delivery_without_approval',
    });
  });
});

describe('a fresh link', () => {
  it('takes the place of every earlier one', async () => {
    const { orderId } = await delivered();
    const links = scene.get(SignedLinks);
    const secretOf = (url: string | null): string => url?.split('/').at(-1) ?? '';
    const first = secretOf(await scene.deliveries.reissueLink(orderId));
    await links.open(first);
    const second = secretOf(await scene.deliveries.reissueLink(orderId));
    await expect(links.open(first)).rejects.toMatchObject({ code: 'link_revoked' });
    await expect(links.open(second)).resolves.toMatchObject({ orderId });
    expect(await scene.source.query('select 1 from download_links where revoked_at is null')).toHaveLength(1);
  });

  it('takes the place of an earlier one to the same file also when the email is sent again', async () => {
    const { orderId } = await delivered();
    const [file] = await scene.source.query<{ blueprint_id: string }[]>(
      `select blueprint_id from deliveries where order_id = $1 and kind = 'blueprint'`,
      [orderId],
    );
    const links = scene.get(SignedLinks);
    const issue = (): Promise<{ url: string }> =>
      scene.source.transaction((manager) => links.issue(manager, orderId, file?.blueprint_id ?? ''));
    const [first, second] = [(await issue()).url, (await issue()).url].map(
      (url) => url.split('/').at(-1) ?? '',
    );
    await expect(links.open(first ?? '')).rejects.toMatchObject({ code: 'link_revoked' });
    await expect(links.open(second ?? '')).resolves.toMatchObject({ orderId });
  });

  it('is not made before anything was delivered', async () => {
    const { orderId } = await approved();
    expect(await scene.deliveries.reissueLink(orderId)).toBeNull();
  });
});
