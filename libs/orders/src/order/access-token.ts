import type { DataSource } from 'typeorm';
import { seal, unseal } from '@app/kernel';
import { resealOrders } from './orders.store.js';

/**
 * The secret of an order's status page, sealed, so that emails can carry it although a stolen table shows none. The order's id is part of
 * the purpose: a sealed token moved to another row does not open.
 */
export class AccessTokens {
  constructor(private readonly secrets: readonly [string, ...string[]]) {}

  seal(token: string, orderId: string): string {
    return seal(this.secrets[0], purpose(orderId), token);
  }

  /** @throws DomainError `seal_broken` when no secret opens it or the row was tampered with. */
  open(sealed: string, orderId: string): string {
    return unseal(this.secrets, purpose(orderId), sealed);
  }

  /** Seals every token anew that the newest secret does not open. @returns how many. */
  async reseal(source: DataSource): Promise<number> {
    return await resealOrders(source, purpose, this.secrets);
  }
}

const purpose = (orderId: string): string => `orders.access-token:${orderId}`;
