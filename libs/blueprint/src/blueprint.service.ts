import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, Not } from 'typeorm';
import { DomainError } from '@app/kernel';
import { Blueprint } from './blueprint.entity.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

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

  /** The stored bytes with what they were made from. @throws DomainError `blueprint_not_rendered`. */
  async file(id: string): Promise<{ pdf: Buffer; calendarFile: string; snapshot: BlueprintSnapshot }> {
    const blueprint = await this.source.manager
      .createQueryBuilder(Blueprint, 'blueprint')
      .addSelect('blueprint.pdf')
      .where('blueprint.id = :id', { id })
      .getOne();
    if (!blueprint?.pdf) throw new DomainError('blueprint_not_rendered', 'This blueprint has no file yet.');
    return { pdf: blueprint.pdf, calendarFile: blueprint.calendarFile ?? '', snapshot: blueprint.snapshot };
  }

  /** @throws DomainError `blueprint_not_rendered`. */
  async pdf(id: string): Promise<Buffer> {
    return (await this.file(id)).pdf;
  }

  /** True when a reference and a check code belong to one rendered file. Shows nothing of the person. */
  async isGenuine(
    reference: string,
    checkCode: string,
  ): Promise<{ genuine: boolean; draftedAt?: Date; newer?: boolean }> {
    const [found] = await this.source.query<{ drafted_at: Date; state: string }[]>(
      `select b.drafted_at, b.state from blueprints b join orders o on o.id = b.order_id
       where o.reference = $1 and b.check_code = $2 and b.pdf_sha256 is not null`,
      [reference.trim().toUpperCase(), checkCode.trim().toUpperCase()],
    );
    return found
      ? { genuine: true, draftedAt: found.drafted_at, newer: found.state === 'superseded' }
      : { genuine: false };
  }
}
