import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { CustomerOrders } from '../order/customer-orders.js';
import { ChangeAddressController } from './change-address.controller.js';
import { FindOrderController } from './find-order.controller.js';

/** Ways back when an address is lost or wrong, without an account. */
@Module({
  imports: [DeliveryModule, OrdersModule],
  controllers: [FindOrderController, ChangeAddressController],
  providers: [CustomerOrders],
})
export class RecoveryPagesModule {}
