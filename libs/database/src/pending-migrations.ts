import type { DataSource } from 'typeorm';

const NO_SUCH_TABLE = '42P01';

/** Names of the migrations that this program needs and the database has not had; all of them when it was never migrated. It changes nothing. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const needed = source.migrations.map(({ name, constructor }) => name ?? constructor.name);
  try {
    const had = await source.query<{ name: string }[]>('select name from migrations');
    return needed.filter((name) => !had.some((one) => one.name === name));
  } catch (error) {
    if ((error as { code?: unknown }).code === NO_SUCH_TABLE) return needed;
    throw error;
  }
}
