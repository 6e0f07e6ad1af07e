import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { addReport } from './bounce-reports.store.js';
import { Bounces } from './bounces.js';
import { isSigned, type ReportHeaders } from './signed-report.js';

/** A report names an email and quotes a server; what is larger is none. Bytes. */
const LARGEST = 16_384;

/** What a mail provider reports about one email, in the words of `docs/bounces.md`. */
export interface ProviderReport {
  readonly messageId: string;
  readonly recipient: string;
  /** `hard`: it will never arrive. `soft`: it is late, and the provider goes on trying. */
  readonly kind: 'hard' | 'soft';
  readonly diagnostic?: string;
}

/** Takes in what a mail provider reports by webhook: proved by signature, and each report counted once. */
@Injectable()
export class BounceInbox {
  private readonly log = new Logger(BounceInbox.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly bounces: Bounces,
  ) {}

  /**
   * @param rawBody the bytes as they came; a parsed and re-written body has another signature.
   * @throws DomainError `not_found` where no provider is set up, `webhook_too_large`, `webhook_signature_invalid`.
   */
  verify(rawBody: Buffer, headers: ReportHeaders): void {
    const { BOUNCE_WEBHOOK_SECRET: secret } = this.environment;
    if (secret === undefined) throw new DomainError('not_found', 'There is no such page.');
    if (rawBody.byteLength > LARGEST)
      throw new DomainError('webhook_too_large', `A report has at most ${LARGEST} bytes.`);
    if (isSigned(secret, rawBody, headers, this.clock.now())) return;
    this.log.warn(`report refused: its signature does not fit (${rawBody.byteLength} bytes)`);
    throw new DomainError(
      'webhook_signature_invalid',
      'The signature does not fit this body, or it is too old.',
    );
  }

  /** Takes a verified report with its effect, or nothing of it. A repeat, with the same id, changes nothing. */
  async take(id: string, { messageId, recipient, kind, diagnostic }: ProviderReport): Promise<void> {
    await this.source.transaction(async (manager) => {
      if (!(await addReport(manager, id, this.clock.now()))) return;
      if (kind === 'soft') return this.log.log(`report ${id} tells of a delay`);
      const why = diagnostic ?? 'the provider gave no reason';
      await this.bounces.apply(manager, { messageId, recipient, why });
    });
  }
}
