import { Module } from '@nestjs/common';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';

/** The figures a preview needs: no database, no keys. */
@Module({ imports: [OccupationsModule, LabourMarketModule] })
export class PreviewModule {}
