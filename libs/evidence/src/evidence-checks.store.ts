import type { EntityManager } from 'typeorm';
import { EvidenceCheck } from './evidence-check.entity.js';

export async function insertCheck(manager: EntityManager, check: EvidenceCheck): Promise<void> {
  await manager.insert(EvidenceCheck, check);
}

/** The newest check of every fact and its words. */
export async function newestChecks(manager: EntityManager): Promise<EvidenceCheck[]> {
  return await manager.query<EvidenceCheck[]>(
    `select distinct on (fact, words_sha256) id, fact, words_sha256 as "wordsSha256", verdict, page, note, checked_by as "checkedBy", checked_at as "checkedAt"
     from evidence_checks order by fact, words_sha256, checked_at desc, id desc`,
  );
}
