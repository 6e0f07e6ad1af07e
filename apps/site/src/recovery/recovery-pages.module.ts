import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { TypedForms } from '../forms/typed-forms.js';
import { CustomerCookies } from '../order/customer-cookies.js';
import { CustomerOrders } from '../order/customer-orders.js';
import { ChangeAddressController } from './change-address.controller.js';
import { FindOrderController } from './find-order.controller.js';
import { RenewLinkController } from './renew-link.controller.js';

/** Ways back when an address is lost or wrong, without an account. */
@Module({
  imports: [AssessmentModule, DeliveryModule, OrdersModule],
  controllers: [FindOrderController, ChangeAddressController, RenewLinkController],
  providers: [CustomerCookies, CustomerOrders, TypedForms],
})
export class RecoveryPagesModule {}
