import { Module } from '@nestjs/common';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { AboutController } from './about.controller.js';
import { CompareController } from './compare/compare.controller.js';
import { DataController } from './data/data.controller.js';
import { OpenDataFiles } from './data/open-data-files.js';
import { DesignController } from './design/design.controller.js';
import { HomeController } from './home/home.controller.js';
import { MethodController } from './method/method.controller.js';
import { OccupationsController } from './occupations.controller.js';
import { ProductController } from './product/product.controller.js';
import { SampleBlueprint } from './product/sample-blueprint.js';
import { SampleController } from './product/sample.controller.js';
import { ReportController } from './report/report.controller.js';
import { DiscoveryModule } from '../discovery/discovery.module.js';
import { SearchWarmth } from './search-warmth.js';

/** The pages that are the same for everyone. */
@Module({
  imports: [OccupationsModule, LabourMarketModule, DiscoveryModule],
  providers: [OpenDataFiles, SearchWarmth, SampleBlueprint],
  controllers: [
    HomeController,
    OccupationsController,
    ReportController,
    CompareController,
    MethodController,
    DataController,
    ProductController,
    SampleController,
    AboutController,
    DesignController,
  ],
})
export class PagesModule {}
