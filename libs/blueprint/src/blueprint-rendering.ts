import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock } from '@app/kernel';
import { takeTurnAtOrder } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import type { Blueprint } from './blueprint.entity.js';
import { BlueprintAssetsHolder } from './blueprint-assets.holder.js';
import { openReview } from './blueprint-job-definitions.js';
import { findBlueprint, moveBlueprint } from './blueprint.store.js';
import { makeFiles } from './make-files.js';

/** Makes the file of a draft. */
@Injectable()
export class BlueprintRendering {
  private readonly log = new Logger(BlueprintRendering.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly assets: BlueprintAssetsHolder,
    private readonly tasks: StaffTasks,
  ) {}

  /**
   * Renders a draft once and asks for its review in the same transaction. Safe to repeat: a rendered file is never made anew.
   * After the last attempt the failure is put before staff.
   */
  async render(blueprintId: string, lastAttempt: boolean): Promise<void> {
    const blueprint = await findBlueprint(this.source.manager, blueprintId);
    if (blueprint?.state !== 'drafted' || blueprint.erasedAt) return;
    try {
      const files = await makeFiles(blueprint.snapshot, this.assets.current);
      await this.source.transaction(async (manager) => {
        // Whoever erases the order has it until it is done; then there is nothing left to be made a file of.
        await takeTurnAtOrder(manager, blueprint.orderId);
        if ((await findBlueprint(manager, blueprintId))?.erasedAt !== null) return;
        const moved = await moveBlueprint(manager, blueprint, 'render', {
          ...files,
          renderedAt: this.clock.now(),
        });
        // Another worker was faster, or a newer draft has taken its place: its review is the one that counts.
        if (moved === 'moved')
          await enqueue(manager, openReview, { blueprintId }, { key: `review:${blueprintId}` });
      });
    } catch (error) {
      if (lastAttempt) await this.raise(blueprint, error);
      throw error;
    }
  }

  private async raise(blueprint: Blueprint, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.error(`blueprint ${blueprint.id} could not be rendered: ${reason}`);
    await this.tasks.raise(this.source.manager, {
      kind: 'blueprint_not_rendered',
      subject: blueprint.id,
      orderId: blueprint.orderId,
      summary: 'The blueprint could not be made. Mend the cause, then retry the job blueprint.render.',
      data: { reason, version: blueprint.version },
    });
  }
}
