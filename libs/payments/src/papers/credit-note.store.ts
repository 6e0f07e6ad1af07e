import { type EntityManager, In, IsNull } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { CreditNote } from './credit-note.entity.js';

/** Whoever wants a number waits here for the one before, until its transaction ends. */
export async function lockCreditNoteNumbers(manager: EntityManager): Promise<void> {
  await lockUntilCommit(manager, 'creditNoteNumbers');
}

/** How many numbers were given out. None is ever taken back, so this is the last one. */
export async function lastCreditNoteNumber(manager: EntityManager): Promise<string | null> {
  const [last] = await manager.query<{ number: string }[]>(
    'select number from credit_notes order by length(number) desc, number desc limit 1',
  );
  return last?.number ?? null;
}

export async function insertCreditNote(manager: EntityManager, note: CreditNote): Promise<void> {
  await manager.insert(CreditNote, note);
}

/** Every credit note of an order, void ones too, in the order of their numbers. */
export async function creditNotesOf(manager: EntityManager, orderId: string): Promise<CreditNote[]> {
  return await manager.find(CreditNote, { where: { orderId }, order: { issuedAt: 'ASC', number: 'ASC' } });
}

/** The notes of refunds that came to nothing count no more. */
export async function voidCreditNotes(
  manager: EntityManager,
  refundIds: readonly string[],
  at: Date,
): Promise<void> {
  await manager.update(CreditNote, { refundId: In([...refundIds]), voidedAt: IsNull() }, { voidedAt: at });
}
