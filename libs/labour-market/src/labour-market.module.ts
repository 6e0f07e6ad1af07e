import { Module } from '@nestjs/common';
import { OccupationsModule } from '@app/occupations';
import { LabourMarket } from './labour-market.js';

@Module({ imports: [OccupationsModule], providers: [LabourMarket], exports: [LabourMarket] })
export class LabourMarketModule {}
