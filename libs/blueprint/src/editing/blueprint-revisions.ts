import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId, newReference } from '@app/kernel';
import { takeTurnAtOrder } from '@app/orders';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import { blueprintsOf, insertBlueprint, moveBlueprint } from '../blueprint.store.js';
import { CHECK_CODE } from '../check-code.js';
import { type MadeFiles, makeFiles } from '../make-files.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** What a reviewer made of a draft. */
export type Revision = Required<Pick<BlueprintSnapshot, 'edits'>> & Pick<BlueprintSnapshot, 'note'>;

/** The next version of a draft, made whole before anything is stored. */
export interface NextVersion {
  readonly before: string;
  readonly snapshot: BlueprintSnapshot;
  readonly files: MadeFiles;
}

/** Makes the next version of a draft that a reviewer changed: the same figures, other words. */
@Injectable()
export class BlueprintRevisions {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly assets: BlueprintAssetsHolder,
  ) {}

  /** Draws it; takes about as long as a first file. @throws Error when a page does not fit. */
  async prepare(
    before: { readonly id: string; readonly snapshot: BlueprintSnapshot },
    revision: Revision,
  ): Promise<NextVersion> {
    const { order } = before.snapshot;
    const snapshot: BlueprintSnapshot = {
      ...before.snapshot,
      ...revision,
      order: { ...order, version: order.version + 1, checkCode: newReference('', CHECK_CODE) },
    };
    return { before: before.id, snapshot, files: await makeFiles(snapshot, this.assets.current) };
  }

  /**
   * Puts it in the place of the version before, in the caller's transaction. @returns the id of the new version.
   * @throws DomainError `review_file_changed` when another version has taken that place meanwhile.
   */
  async store(
    manager: EntityManager,
    orderId: string,
    { before, snapshot, files }: NextVersion,
  ): Promise<string> {
    await takeTurnAtOrder(manager, orderId);
    const [last] = await blueprintsOf(manager, orderId);
    const at = this.clock.now();
    if (
      last?.id !== before ||
      last.state !== 'rendered' ||
      last.erasedAt !== null ||
      (await moveBlueprint(manager, last, 'supersede', { supersededAt: at })) !== 'moved'
    )
      throw new DomainError(
        'review_file_changed',
        'Another version of this draft was made meanwhile. Open it and look again.',
      );
    const id = newId<'Blueprint'>();
    await insertBlueprint(manager, { id, orderId, correctionId: last.correctionId, snapshot, draftedAt: at });
    await moveBlueprint(manager, { id, state: 'drafted' }, 'render', {
      ...files,
      renderedAt: at,
    });
    return id;
  }
}
