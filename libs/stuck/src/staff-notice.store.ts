import type { EntityManager } from 'typeorm';

/** Who was told of what on a day, as `staff id reason`. @param day in London, ISO */
export async function toldOn(manager: EntityManager, day: string): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ staffId: string; reason: string }[]>(
    'select staff_id as "staffId", reason from staff_notices where day = $1',
    [day],
  );
  return new Set(rows.map(({ staffId, reason }) => `${staffId} ${reason}`));
}

export async function insertNotices(
  manager: EntityManager,
  {
    staffId,
    reasons,
    day,
  }: { readonly staffId: string; readonly reasons: readonly string[]; readonly day: string },
): Promise<void> {
  await manager.query(
    `insert into staff_notices (staff_id, reason, day) select $1, reason, $3 from unnest($2::text[]) as reason on conflict do nothing`,
    [staffId, reasons, day],
  );
}

export async function removeNoticesBefore(manager: EntityManager, day: string): Promise<void> {
  await manager.query('delete from staff_notices where day < $1', [day]);
}
