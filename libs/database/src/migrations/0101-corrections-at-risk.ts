import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the customer was told that the time of their correction is near; it is told once, and stays. */
export class CorrectionsAtRisk1795500000101 implements MigrationInterface {
  readonly name = 'CorrectionsAtRisk1795500000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table corrections add at_risk_at timestamptz,
        add constraint corrections_at_risk_of_a_promise check (at_risk_at is null or promise_at is not null);
      create function corrections_keep_warning() returns trigger language plpgsql as $$ begin
          if old.at_risk_at is not null and new.at_risk_at is distinct from old.at_risk_at then
            raise exception 'when the customer of correction % was warned stays', old.id using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger corrections_warning_kept before update on corrections for each row execute function corrections_keep_warning();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
