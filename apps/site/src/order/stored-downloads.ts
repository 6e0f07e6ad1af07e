import { Injectable } from '@nestjs/common';
import { DeliveryService } from '@app/delivery';
import { OrderDownloads } from './order-downloads.js';

@Injectable()
export class StoredDownloads extends OrderDownloads {
  constructor(private readonly deliveries: DeliveryService) {
    super();
  }

  freshLink(orderId: string): Promise<string | null> {
    return this.deliveries.reissueLink(orderId);
  }
}
