import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlueprintModule } from '@app/blueprint';
import { OrdersModule } from '@app/orders';
import { GenuineCopies } from './genuine-copies.js';
import { Review } from './review.entity.js';

/** For the public page; it knows nothing of staff or their decisions. */
@Module({
  imports: [TypeOrmModule.forFeature([Review]), BlueprintModule, OrdersModule],
  providers: [GenuineCopies],
  exports: [GenuineCopies],
})
export class GenuineCopiesModule {}
