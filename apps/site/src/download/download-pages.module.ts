import { Module } from '@nestjs/common';
import { BlueprintModule } from '@app/blueprint';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { DownloadController } from './download.controller.js';

@Module({ imports: [BlueprintModule, DeliveryModule, OrdersModule], controllers: [DownloadController] })
export class DownloadPagesModule {}
