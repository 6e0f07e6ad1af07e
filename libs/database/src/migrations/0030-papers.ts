import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts that keep who sold, as it was then, and credit notes: numbered without gaps, one for each refund that was made. */
export class Papers1795500000030 implements MigrationInterface {
  readonly name = 'Papers1795500000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null for receipts from before: what the settings say now is what they said then.
      alter table receipts add seller jsonb;

      create table credit_notes (
        number text primary key check (number ~ '^PW-C-[0-9]{6,}$'),
        refund_id text not null unique references refunds (id),
        order_id uuid not null references orders (id),
        receipt_number text not null references receipts (number),
        issued_at timestamptz not null,
        total_pence integer not null check (total_pence > 0),
        net_pence integer not null check (net_pence >= 0),
        vat_pence integer not null check (vat_pence >= 0),
        vat_number text,
        seller jsonb not null,
        voided_at timestamptz check (voided_at >= issued_at),
        check (net_pence + vat_pence = total_pence),
        check (vat_number is not null or vat_pence = 0)
      );
      create index credit_notes_by_order on credit_notes (order_id);
      create index credit_notes_by_receipt on credit_notes (receipt_number);

      -- What was given out stays as it was given out: a credit note can only become void, once.
      create function credit_note_stays() returns trigger language plpgsql as $$ begin
        if (to_jsonb(new) - 'voided_at') <> (to_jsonb(old) - 'voided_at') or old.voided_at is not null then
          raise exception 'credit note % is issued and cannot be changed', old.number using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger credit_note_stays before update on credit_notes for each row execute function credit_note_stays();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
