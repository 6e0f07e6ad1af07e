import { Injectable } from '@nestjs/common';
import { type BoundJob, handle } from '@app/jobs';
import { draftBlueprint } from '@app/orders';
import { BlueprintDrafts } from './blueprint-drafts.js';
import { renderBlueprintJob } from './blueprint-job-definitions.js';
import { BlueprintRendering } from './blueprint-rendering.js';

@Injectable()
export class BlueprintJobs {
  constructor(
    private readonly drafts: BlueprintDrafts,
    private readonly rendering: BlueprintRendering,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(draftBlueprint, ({ orderId }) => this.drafts.draft(orderId)),
      handle(renderBlueprintJob, ({ blueprintId }, { lastAttempt }) =>
        this.rendering.render(blueprintId, lastAttempt),
      ),
    ];
  }
}
