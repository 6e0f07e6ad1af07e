import type { DataSource } from 'typeorm';
import { tamper } from '@app/testing';

/** An approved file of an order that has left, for tests that look at the order alone: there is neither a blueprint nor a review behind it. */
export async function sentFile(source: DataSource, orderId: string): Promise<void> {
  await tamper(
    source,
    `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
     values ($1::uuid, $1::uuid, 'blueprint', 'sent:' || $1::text, $1::uuid, repeat('a', 64), 'ada@example.org', $1::text, 'accepted', now(), now())`,
    [orderId],
  );
}
