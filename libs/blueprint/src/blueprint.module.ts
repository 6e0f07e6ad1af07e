import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@app/assessment';
import { BucketModule } from '@app/bucket';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { OrdersModule } from '@app/orders';
import { Blueprint } from './blueprint.entity.js';
import { BlueprintAssetsHolder } from './blueprint-assets.holder.js';
import { BlueprintDrafts } from './blueprint-drafts.js';
import { BlueprintForgetting } from './blueprint-forgetting.js';
import { BlueprintJobs } from './blueprint.jobs.js';
import { BlueprintEditing } from './editing/blueprint-editing.js';
import { BlueprintRedrawing } from './editing/blueprint-redrawing.js';
import { BlueprintRevisions } from './editing/blueprint-revisions.js';
import { BlueprintProofs } from './blueprint-proofs.js';
import { BlueprintRendering } from './blueprint-rendering.js';
import { SnapshotDrafting } from './snapshot-drafting.js';
import { FactStatuses } from './facts/fact-statuses.js';
import { BlueprintService } from './blueprint.service.js';
import { LostFiles } from './outside/lost-files.js';
import { OutsideFiles } from './outside/outside-files.js';
import { ReviewVerdicts } from './review-verdicts.js';
import { BlueprintTwins } from './twins/blueprint-twins.js';

export const blueprintEntities = [Blueprint];

@Module({
  imports: [
    TypeOrmModule.forFeature(blueprintEntities),
    AssessmentModule,
    BucketModule,
    LabourMarketModule,
    OccupationsModule,
    OrdersModule,
  ],
  providers: [
    BlueprintAssetsHolder,
    BlueprintDrafts,
    BlueprintEditing,
    BlueprintForgetting,
    BlueprintJobs,
    BlueprintProofs,
    BlueprintRedrawing,
    BlueprintRendering,
    BlueprintRevisions,
    BlueprintService,
    BlueprintTwins,
    FactStatuses,
    LostFiles,
    OutsideFiles,
    ReviewVerdicts,
    SnapshotDrafting,
  ],
  exports: [
    BlueprintAssetsHolder,
    BlueprintEditing,
    BlueprintForgetting,
    BlueprintJobs,
    BlueprintProofs,
    BlueprintRedrawing,
    BlueprintRevisions,
    BlueprintService,
    BlueprintTwins,
    FactStatuses,
    LostFiles,
    OutsideFiles,
    ReviewVerdicts,
  ],
})
export class BlueprintModule {}
