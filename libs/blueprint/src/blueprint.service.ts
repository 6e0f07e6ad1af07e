import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, Not } from 'typeorm';
import { DomainError, hashSecret, type Sha256 } from '@app/kernel';
import { Blueprint } from './blueprint.entity.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

export interface Genuine {
  readonly genuine: true;
  readonly draftedAt: Date;
  readonly reviewedAt: Date;
  readonly fingerprint: Sha256;
  /** A corrected version has taken its place. */
  readonly newer: boolean;
}

export interface NotGenuine {
  readonly genuine: false;
}

interface StoredVersion {
  readonly check_code: string;
  readonly drafted_at: Date;
  readonly pdf_sha256: string;
  readonly state: string;
  readonly decided_at: Date;
}

/** Reads blueprints and their files. */
@Injectable()
export class BlueprintService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  byId(id: string): Promise<Blueprint | null> {
    return this.source.manager.findOneBy(Blueprint, { id });
  }

  /** The version of an order that counts now. */
  current(orderId: string): Promise<Blueprint | null> {
    return this.source.manager.findOneBy(Blueprint, { orderId, state: Not('superseded') });
  }

  /** Every version of an order, newest first. */
  versions(orderId: string): Promise<Blueprint[]> {
    return this.source.manager.find(Blueprint, { where: { orderId }, order: { version: 'DESC' } });
  }

  /** The stored bytes with what they were made from. @throws DomainError `blueprint_not_rendered`, `blueprint_erased`. */
  async file(id: string): Promise<{ pdf: Buffer; calendarFile: string; snapshot: BlueprintSnapshot }> {
    const blueprint = await this.source.manager
      .createQueryBuilder(Blueprint, 'blueprint')
      .addSelect('blueprint.pdf')
      .where('blueprint.id = :id', { id })
      .getOne();
    if (blueprint?.erasedAt)
      throw new DomainError(
        'blueprint_erased',
        'This blueprint has been erased; we do not have it any more.',
      );
    if (!blueprint?.pdf) throw new DomainError('blueprint_not_rendered', 'This blueprint has no file yet.');
    return { pdf: blueprint.pdf, calendarFile: blueprint.calendarFile ?? '', snapshot: blueprint.snapshot };
  }

  /** @throws DomainError `blueprint_not_rendered`. */
  async pdf(id: string): Promise<Buffer> {
    return (await this.file(id)).pdf;
  }

  /**
   * Whether a reference and a check code belong to one file that a reviewer approved, and if so when, its fingerprint, and whether a newer
   * version has taken its place. Says nothing of the person; still answers after the person had the file erased.
   */
  async isGenuine(reference: string, checkCode: string): Promise<Genuine | NotGenuine> {
    // By the reference alone, so that the work is the same whether it is unknown or the code is wrong.
    const versions = await this.source.query<StoredVersion[]>(
      `select b.check_code, b.drafted_at, b.pdf_sha256, b.state, r.decided_at
       from orders o join blueprints b on b.order_id = o.id join reviews r on r.blueprint_id = b.id and r.state = 'approved'
       where o.reference = $1 and b.pdf_sha256 is not null`,
      [plainCode(reference)],
    );
    const given = hashSecret(plainCode(checkCode));
    const found = versions.find((version) => timingSafeEqual(hashSecret(version.check_code), given));
    return found
      ? {
          genuine: true,
          draftedAt: found.drafted_at,
          reviewedAt: found.decided_at,
          fingerprint: found.pdf_sha256.trim() as Sha256,
          newer: found.state === 'superseded',
        }
      : { genuine: false };
  }
}

/** As printed, however it was typed: capitals, with hyphens between the groups of four. */
function plainCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const prefix = /^PW(?=.{8}$)/.exec(letters)?.[0] ?? '';
  return [prefix, ...(letters.slice(prefix.length).match(/.{1,4}/g) ?? [])].filter(Boolean).join('-');
}
