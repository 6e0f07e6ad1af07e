import { IsUUID } from 'class-validator';
import { defineJob } from '@app/jobs';

class OrderPayload {
  @IsUUID()
  orderId: string;
}

/** A customer asked for it while the store of files was away. Tried for some three days before staff see it. */
export const eraseOrder = defineJob({
  name: 'personal-data.erase-order',
  payload: OrderPayload,
  maxAttempts: 20,
});
