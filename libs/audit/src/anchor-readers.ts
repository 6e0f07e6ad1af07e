import { Injectable } from '@nestjs/common';

/** Who reads where the log stands, every morning. Those who know the staff bind themselves here. */
export interface AnchorAddresses {
  /** Email addresses. */
  anchorAddresses(): Promise<string[]>;
}

@Injectable()
export class AnchorReaders {
  private bound: AnchorAddresses | undefined;

  bind(addresses: AnchorAddresses): void {
    this.bound = addresses;
  }

  /** @throws when nobody is bound: a log that nobody watches must not look watched. */
  async addresses(): Promise<string[]> {
    if (!this.bound) throw new Error('Nobody says who reads the anchors of the audit log.');
    return await this.bound.anchorAddresses();
  }
}
