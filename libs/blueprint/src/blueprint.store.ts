import { type EntityManager, IsNull, Not } from 'typeorm';
import { moveRow } from '@app/database';
import { type BlueprintAction, blueprintMachine } from './blueprint-machine.js';
import { Blueprint } from './blueprint.entity.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

/** What a version is when it is drafted; the rest is empty until a step of its machine fills it. */
export type NewBlueprint = Pick<Blueprint, 'id' | 'orderId' | 'correctionId' | 'snapshot' | 'draftedAt'>;

/** What belongs to the steps of a version. */
export type BlueprintFacts = Partial<
  Pick<
    Blueprint,
    | 'pdf'
    | 'pdfSha256'
    | 'pdfPages'
    | 'calendarFile'
    | 'accessibleSha256'
    | 'largePrintSha256'
    | 'renderedAt'
    | 'supersededAt'
  >
>;

/** Keeps a version in its first state. */
export async function insertBlueprint(
  manager: EntityManager,
  { snapshot, ...draft }: NewBlueprint,
): Promise<void> {
  await manager.insert(Blueprint, {
    ...draft,
    version: snapshot.order.version,
    state: blueprintMachine.first,
    // The column is JSON; TypeORM's deep partial type does not see through readonly tuples.
    snapshot: snapshot as never,
    templateVersion: snapshot.versions.template,
    catalogueVersion: snapshot.versions.catalogue,
    modelVersion: snapshot.versions.model,
    checkCode: snapshot.order.checkCode,
    pdf: null,
    pdfSha256: null,
    pdfOutsideSince: null,
    pdfBytes: null,
    pdfPages: null,
    calendarFile: null,
    calendarSha256: null,
    accessibleSha256: null,
    largePrintSha256: null,
    renderedAt: null,
    supersededAt: null,
    erasedAt: null,
  });
}

/** Moves a version on by the machine, or says why not. */
export async function moveBlueprint(
  manager: EntityManager,
  blueprint: Pick<Blueprint, 'id' | 'state'>,
  action: BlueprintAction,
  facts: BlueprintFacts,
): Promise<'moved' | { readonly refused: string }> {
  return await moveRow(manager, Blueprint, blueprintMachine, blueprint, action, facts);
}

export async function findBlueprint(manager: EntityManager, id: string): Promise<Blueprint | null> {
  return await manager.findOneBy(Blueprint, { id });
}

/** One version, as it will be until the transaction ends: others may read it, nobody changes it. */
export async function shareBlueprint(manager: EntityManager, id: string): Promise<Blueprint | null> {
  return await manager.findOne(Blueprint, { where: { id }, lock: { mode: 'pessimistic_read' } });
}

/** The version of an order that no newer one has superseded. */
export async function currentBlueprint(manager: EntityManager, orderId: string): Promise<Blueprint | null> {
  return await manager.findOneBy(Blueprint, { orderId, state: Not('superseded') });
}

/** Every version of an order, newest first. */
export async function blueprintsOf(manager: EntityManager, orderId: string): Promise<Blueprint[]> {
  return await manager.find(Blueprint, { where: { orderId }, order: { version: 'DESC' } });
}

/** The drafts of the newest files of other orders, newest first; erased ones say nothing any more. */
export async function recentSnapshots(
  manager: EntityManager,
  exceptOrderId: string,
  most: number,
): Promise<BlueprintSnapshot[]> {
  const rows = await manager.find(Blueprint, {
    select: { id: true, snapshot: true },
    where: { state: 'rendered', erasedAt: IsNull(), orderId: Not(exceptOrderId) },
    order: { renderedAt: 'DESC' },
    take: most,
  });
  return rows.map(({ snapshot }) => snapshot);
}

/** One version with its bytes, which no other look-up fetches. */
export async function blueprintWithFile(manager: EntityManager, id: string): Promise<Blueprint | null> {
  return await manager
    .createQueryBuilder(Blueprint, 'blueprint')
    .addSelect('blueprint.pdf')
    .where('blueprint.id = :id', { id })
    .getOne();
}
