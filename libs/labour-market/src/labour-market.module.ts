import { Module } from '@nestjs/common';
import { OccupationsModule } from '@app/occupations';
import { LabourMarket } from './labour-market.js';
import { LiveMarket } from './live/live-market.js';
import { liveMarketProvider } from './live/live-market.provider.js';

@Module({
  imports: [OccupationsModule],
  providers: [LabourMarket, liveMarketProvider],
  exports: [LabourMarket, LiveMarket],
})
export class LabourMarketModule {}
