import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index behind every foreign key by which rows are searched, or that PostgreSQL checks when the row it points at is removed. */
export class ForeignKeyIndexes1795500000010 implements MigrationInterface {
  readonly name = 'ForeignKeyIndexes1795500000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index orders_by_assessment on orders (assessment_id);
      create index staff_tasks_by_order on staff_tasks (order_id) where order_id is not null;
      create index payments_by_order on payments (order_id) where order_id is not null;
      create index refunds_by_order on refunds (order_id) where order_id is not null;
      create index deliveries_by_approved_file on deliveries (blueprint_id, approved_sha256) where blueprint_id is not null;
      create index download_links_by_order on download_links (order_id);
      create index download_links_by_blueprint on download_links (blueprint_id);
      create index downloads_by_link on downloads (link_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index orders_by_assessment, staff_tasks_by_order, payments_by_order, refunds_by_order, deliveries_by_approved_file,
        download_links_by_order, download_links_by_blueprint, downloads_by_link;
    `);
  }
}
