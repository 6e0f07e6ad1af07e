import { newId } from '@app/kernel';
import { DeliveryScene } from './delivery-scene.builder.js';
import { SignedLinks } from './signed-links.js';

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

/** A version on its way to its customer, and how it is sent. */
async function queued(
  orderId: string,
  correctionId: string | null,
): Promise<{ blueprintId: string; send: () => Promise<unknown> }> {
  const { blueprintId, sha } = await scene.approvedBlueprint(orderId, correctionId);
  await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
  const email = (await scene.deliveriesOf(orderId)).find((each) => each.blueprintId === blueprintId);
  return { blueprintId, send: () => scene.deliveries.attempt(email?.id ?? '', false) };
}
/** An order whose blueprint was delivered, with a correction that staff have made. */
async function corrected(): Promise<{ orderId: string; correctionId: string; first: string }> {
  const orderId = await scene.paidOrder();
  await scene.work();
  const { blueprintId, send } = await queued(orderId, null);
  await send();
  const correctionId = newId();
  await scene.source.query(
    `insert into corrections (id, order_id, about, words, asked_at, decision, decided_at) values ($1, $2, 'me', 'Sam', $3, 'redraft', $3)`,
    [correctionId, orderId, scene.clock.now()],
  );
  return { orderId, correctionId, first: blueprintId };
}
/** The files of an order whose links work. */
const open = async (orderId: string): Promise<unknown[]> =>
  (
    await scene.source.query<{ blueprint_id: string }[]>(
      'select blueprint_id from download_links where order_id = $1 and revoked_at is null',
      [orderId],
    )
  ).map((link) => link.blueprint_id);
const settled = async (correctionId: string): Promise<unknown> =>
  (
    await scene.source.query<{ settled_at: unknown }[]>('select settled_at from corrections where id = $1', [
      correctionId,
    ])
  )[0]?.settled_at;

describe('a corrected version', () => {
  it('takes the place of the first once it is sent, whose links work until then, and settles its correction', async () => {
    const { orderId, correctionId, first } = await corrected();
    const links = scene.get(SignedLinks);
    const { url } = await links.issue(scene.source.manager, orderId, first);
    const other = await scene.paidOrder();
    const { blueprintId: untouched } = await queued(other, null);
    await links.issue(scene.source.manager, other, untouched);
    const { blueprintId, send } = await queued(orderId, correctionId);
    await links.open(url.split('/').at(-1) ?? '');
    expect(await settled(correctionId)).toBeNull();
    scene.clock.advance(60_000);
    await send();
    expect(await open(orderId)).toEqual([blueprintId]);
    expect(await open(other)).toEqual([untouched]);
    expect(await settled(correctionId)).toEqual(scene.clock.now());
  });

  it('that is itself put right before it was sent changes nothing', async () => {
    const { orderId, correctionId, first } = await corrected();
    const { blueprintId, send } = await queued(orderId, correctionId);
    await scene.source.query(
      `update blueprints set state = 'superseded', superseded_at = now() where id = $1`,
      [blueprintId],
    );
    await send();
    expect(await open(orderId)).toContain(first);
    expect(await settled(correctionId)).toBeNull();
  });
});
