import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takes out of the stored Stripe events what their handling never read: names, addresses, digits and fingerprints of cards. */
export class KeptEvents1795500000014 implements MigrationInterface {
  readonly name = 'KeptEvents1795500000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update stripe_events set payload = jsonb_build_object(
        'id', payload -> 'id', 'type', payload -> 'type', 'created', payload -> 'created', 'livemode', payload -> 'livemode',
        'data', jsonb_build_object('object', (
          select coalesce(jsonb_object_agg(key, case
            when key = 'evidence_details' then jsonb_build_object('due_by', value -> 'due_by')
            when jsonb_typeof(value) = 'object' then value -> 'id'
            else value end), '{}')
          from jsonb_each(payload -> 'data' -> 'object')
          where key in ('id', 'object', 'amount', 'created', 'currency', 'payment_intent', 'reason', 'status', 'actionable', 'fraud_type',
            'evidence_details'))))
      where jsonb_typeof(payload -> 'data' -> 'object') = 'object';
    `);
  }

  /** What was taken out is gone; Stripe still has it. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
