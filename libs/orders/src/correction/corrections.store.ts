import type { EntityManager } from 'typeorm';
import type { CorrectionAbout } from './correction-kinds.js';

/** How a request was decided: the blueprint is made again, answered in a letter without a change, or erased with the order before anybody had. */
export type CorrectionDecision = 'redraft' | 'answer' | 'withdrawn';

/** One request to put a delivered blueprint right. An order has at most one that is not settled. */
export interface Correction {
  readonly id: string;
  readonly orderId: string;
  readonly about: CorrectionAbout;
  /** In the customer's words; null once erased. */
  readonly words: string | null;
  readonly askedAt: Date;
  readonly targetAt: Date | null;
  /** By when they have an answer or the corrected blueprint; null where no calendar reached. It stays. */
  readonly promiseAt: Date | null;
  readonly calendarVersion: string | null;
  readonly policyVersion: string | null;
  /** When they were told that this time is near. */
  readonly atRiskAt: Date | null;
  /** When they were told that we missed it, and the time that was named then. */
  readonly lateAt: Date | null;
  readonly newTimeAt: Date | null;
  readonly decision: CorrectionDecision | null;
  readonly decidedAt: Date | null;
  /** What is put right, in words for the customer; null once erased. */
  readonly answer: string | null;
  readonly settledAt: Date | null;
}

export type AskedCorrection = Pick<
  Correction,
  'id' | 'about' | 'words' | 'askedAt' | 'targetAt' | 'promiseAt' | 'calendarVersion' | 'policyVersion'
>;

/** What acts change of a request; a member that is absent stays. */
export type CorrectionFacts = Partial<
  Pick<Correction, 'atRiskAt' | 'lateAt' | 'newTimeAt' | 'decision' | 'decidedAt' | 'answer' | 'settledAt'>
>;

const COLUMNS = `id, order_id as "orderId", about, words, asked_at as "askedAt", target_at as "targetAt", promise_at as "promiseAt",
  calendar_version as "calendarVersion", policy_version as "policyVersion", at_risk_at as "atRiskAt", late_at as "lateAt", new_time_at as "newTimeAt",
  decision, decided_at as "decidedAt", answer, settled_at as "settledAt"`;

export async function findCorrection(manager: EntityManager, id: string): Promise<Correction | null> {
  const [row] = await manager.query<Correction[]>(`select ${COLUMNS} from corrections where id = $1`, [id]);
  return row ?? null;
}

/** Every request about an order, newest first. */
export async function correctionsOf(manager: EntityManager, orderId: string): Promise<Correction[]> {
  return await manager.query<Correction[]>(
    `select ${COLUMNS} from corrections where order_id = $1 order by asked_at desc, id desc`,
    [orderId],
  );
}

export async function openCorrection(manager: EntityManager, orderId: string): Promise<Correction | null> {
  const [row] = await manager.query<Correction[]>(
    `select ${COLUMNS} from corrections where order_id = $1 and settled_at is null`,
    [orderId],
  );
  return row ?? null;
}

/** Orders whose open request is promised before a moment, nearest first. */
export async function pressingCorrections(manager: EntityManager, until: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'select order_id as id from corrections where settled_at is null and promise_at <= $1 order by promise_at, id',
    [until],
  );
  return rows.map(({ id }) => id);
}

export async function addCorrection(
  manager: EntityManager,
  orderId: string,
  asked: AskedCorrection,
): Promise<void> {
  const { id, about, words, askedAt, targetAt, promiseAt, calendarVersion, policyVersion } = asked;
  await manager.query(
    `insert into corrections (id, order_id, about, words, asked_at, target_at, promise_at, calendar_version, policy_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, orderId, about, words, askedAt, targetAt, promiseAt, calendarVersion, policyVersion],
  );
}

export async function changeCorrection(
  manager: EntityManager,
  id: string,
  { atRiskAt, lateAt, newTimeAt, decision, decidedAt, answer, settledAt }: CorrectionFacts,
): Promise<void> {
  await manager.query(
    `update corrections set late_at = coalesce($2, late_at), new_time_at = coalesce($3, new_time_at), decision = coalesce($4, decision),
       decided_at = coalesce($5, decided_at), answer = coalesce($6, answer), settled_at = coalesce($7, settled_at), at_risk_at = coalesce($8, at_risk_at) where id = $1`,
    [id, lateAt, newTimeAt, decision, decidedAt, answer, settledAt, atRiskAt],
  );
}

/** The words go; one that nobody had decided is withdrawn with them. */
export async function emptyCorrections(manager: EntityManager, orderId: string, at: Date): Promise<void> {
  await manager.query(
    `update corrections set words = null, answer = null, decision = coalesce(decision, 'withdrawn'),
       decided_at = coalesce(decided_at, $2), settled_at = coalesce(settled_at, $2) where order_id = $1`,
    [orderId, at],
  );
}
