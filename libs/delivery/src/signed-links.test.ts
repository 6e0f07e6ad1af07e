import { DeliveryScene } from './delivery-scene.builder.js';
import { OrderLinks } from './order-links.js';
import { SignedLinks } from './signed-links.js';

const DAY = 86_400_000;
let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

const secretOf = (url: string): string => url.split('/').at(-1) ?? '';
async function issued(): Promise<{ orderId: string; blueprintId: string; secret: string; expiresAt: Date }> {
  const orderId = await scene.paidOrder();
  const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
  await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
  const { url, expiresAt } = await scene.get(SignedLinks).issue(scene.source.manager, orderId, blueprintId);
  return { orderId, blueprintId, secret: secretOf(url), expiresAt };
}

describe('a signed link', () => {
  it('works for 30 days to the last moment, and not a moment longer', async () => {
    const links = scene.get(SignedLinks);
    const { secret, expiresAt, orderId, blueprintId } = await issued();
    expect(expiresAt.getTime() - scene.clock.now().getTime()).toBe(30 * DAY);
    scene.clock.advance(30 * DAY - 1);
    expect(await links.open(secret)).toMatchObject({ orderId, blueprintId });
    scene.clock.advance(1);
    await expect(links.open(secret)).rejects.toMatchObject({ code: 'link_expired' });
  });

  it('leads to the download page of our own site', async () => {
    const { orderId, blueprintId } = await issued();
    const { url } = await scene.get(SignedLinks).issue(scene.source.manager, orderId, blueprintId);
    expect(url).toMatch(/^https?:\/\/[^/]+\/download\/[\w-]{43}$/);
  });

  it('remembers each download: when, and from where', async () => {
    const links = scene.get(SignedLinks);
    const { secret, orderId } = await issued();
    const link = await links.open(secret);
    expect(await links.downloads(orderId)).toEqual([]);
    await links.recordDownload(link, '192.0.2.7');
    scene.clock.advance(DAY);
    await links.recordDownload(link, '192.0.2.8');
    expect(await links.downloads(orderId)).toMatchObject([
      { linkId: link.id, ipAddress: '192.0.2.7' },
      { linkId: link.id, ipAddress: '192.0.2.8', at: scene.clock.now() },
    ]);
  });

  it('is withdrawn when the page of its order moves, since whoever had seen that could have it', async () => {
    const { orderId, secret } = await issued();
    await scene.get(OrderLinks).renew(orderId, { kind: 'customer' });
    await expect(scene.get(SignedLinks).open(secret)).rejects.toMatchObject({ code: 'link_revoked' });
  });

  it('is withdrawn with all of its order, but for those to one file, and never those of another order', async () => {
    const links = scene.get(SignedLinks);
    const [mine, other] = [await issued(), await issued()];
    await links.revokeAll(scene.source.manager, mine.orderId, mine.blueprintId);
    await links.open(mine.secret);
    await links.revokeAll(scene.source.manager, mine.orderId);
    await expect(links.open(mine.secret)).rejects.toMatchObject({ code: 'link_revoked' });
    await links.open(other.secret);
  });
});
