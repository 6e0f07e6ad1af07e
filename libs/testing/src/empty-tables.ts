import type { DataSource } from 'typeorm';
import { tamper } from './tamper.js';

/** Empties tables and all that hang on them, evidence too: a test stands aside from the triggers by which PostgreSQL protects it. */
export async function emptyTables(source: DataSource, ...tables: readonly string[]): Promise<void> {
  await tamper(source, `truncate ${tables.join(', ')} restart identity cascade`);
}
