import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Machine } from '@app/kernel';
import { compareAndSet } from './compare-and-set.js';

/**
 * Moves one row on by its machine: `update … set state = to, facts where id = … and state = from`. A repeat, or a row that someone
 * moved meanwhile, is a refusal in words and changes nothing.
 * @param facts what belongs to the step, set in the same statement (`paidAt`, `decidedBy` …); never `state`.
 */
export async function moveRow<
  State extends string,
  Action extends string,
  Row extends ObjectLiteral & { id: string; state: State },
>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  machine: Machine<State, Action>,
  row: Pick<Row, 'id' | 'state'>,
  action: Action,
  facts: QueryDeepPartialEntity<Row>,
): Promise<'moved' | { readonly refused: string }> {
  const next = machine.next(row.state, action);
  if ('refused' in next) return next;
  const change = { ...facts, state: next.to } as QueryDeepPartialEntity<Row>;
  const moved = await compareAndSet<Row>(manager, target, row.id, row.state, change);
  return moved ? 'moved' : { refused: `the ${machine.name} changed meanwhile` };
}
