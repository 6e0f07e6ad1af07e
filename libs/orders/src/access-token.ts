import { seal, unseal } from '@app/kernel';

/**
 * The secret of an order's status page, sealed, so that emails can carry it although a stolen table shows none. The order's id is part of
 * the purpose: a sealed token moved to another row does not open.
 */
export class AccessTokens {
  constructor(private readonly appSecret: string) {}

  seal(token: string, orderId: string): string {
    return seal(this.appSecret, purpose(orderId), token);
  }

  /** @throws DomainError `seal_broken` when APP_SECRET has changed or the row was tampered with. */
  open(sealed: string, orderId: string): string {
    return unseal(this.appSecret, purpose(orderId), sealed);
  }
}

const purpose = (orderId: string): string => `orders.access-token:${orderId}`;
