import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { BlueprintModule } from '@app/blueprint';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { TasksModule } from '@app/tasks';
import { DraftFacts } from './draft-facts.js';
import { EvidenceCheck } from './evidence-check.entity.js';
import { Evidence } from './evidence.service.js';
import { OutsideFacts } from './outside-facts.js';

export const evidenceEntities = [EvidenceCheck];

/** Outside facts and who checked them; binds itself to drafting, so a process that drafts must have it. */
@Module({
  imports: [
    TypeOrmModule.forFeature(evidenceEntities),
    AuditModule,
    BlueprintModule,
    LabourMarketModule,
    OccupationsModule,
    TasksModule,
  ],
  providers: [OutsideFacts, Evidence, DraftFacts],
  exports: [Evidence],
})
export class EvidenceModule {}
