import { Module } from '@nestjs/common';
import { OccupationsModule } from '@app/occupations';
import { AboutController } from './about.controller.js';
import { HomeController } from './home.controller.js';
import { OccupationsController } from './occupations.controller.js';
import { ProductController } from './product.controller.js';
import { ReportController } from './report/report.controller.js';
import { RobotsController } from './robots.controller.js';

/** The pages that are the same for everyone. */
@Module({
  imports: [OccupationsModule],
  controllers: [
    HomeController,
    OccupationsController,
    ReportController,
    ProductController,
    RobotsController,
    AboutController,
  ],
})
export class PagesModule {}
