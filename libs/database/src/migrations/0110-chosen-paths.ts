import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Paths that a reviewer chose, instructions for the next draft, and who made which version of a draft at the desk and why. The database holds
 * the rule: a draft with other paths than the ranking gives is approved by two people; and who made a version stays.
 */
export class ChosenPaths1795500000110 implements MigrationInterface {
  readonly name = 'ChosenPaths1795500000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews
        add path_chosen boolean not null default false,
        add instructions jsonb not null default '[]' check (jsonb_typeof(instructions) = 'array'),
        add constraint reviews_chosen_needs_second check
          (state <> 'approved' or not path_chosen or cardinality(needs_second) > 0);

      create table made_versions (
        blueprint_id uuid primary key references blueprints (id),
        review_id uuid not null references reviews (id),
        made_by uuid not null references staff (id),
        how text not null check (how in ('words', 'note', 'paths', 'anew')),
        words text not null,
        at timestamptz not null
      );
      create index made_versions_by_review on made_versions (review_id);
      create index made_versions_by_maker on made_versions (made_by);
      create function made_versions_stay() returns trigger language plpgsql as $$ begin
          raise exception 'who made version % and how stays', old.blueprint_id using errcode = 'restrict_violation';
        end $$;
      create trigger made_versions_stay before update on made_versions for each row
        when ((old.blueprint_id, old.review_id, old.made_by, old.how, old.at)
          is distinct from (new.blueprint_id, new.review_id, new.made_by, new.how, new.at))
        execute function made_versions_stay();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
