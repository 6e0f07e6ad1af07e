import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BlueprintState } from './blueprint-machine.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

/** One version of an order's blueprint. A version never changes once rendered; a correction makes the next one. */
@Entity('blueprints')
@Unique('blueprints_order_id_version_key', ['orderId', 'version'])
@Unique('blueprints_id_pdf_sha256_key', ['id', 'pdfSha256'])
@Index('blueprints_by_rendering', ['renderedAt'], { where: `state = 'rendered' and erased_at is null` })
@Index('blueprints_one_current', ['orderId'], { unique: true, where: `state <> 'superseded'` })
export class Blueprint {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  /** 1, 2, 3 … within the order. */
  @Column('integer')
  version: number;

  @Column('text')
  state: BlueprintState;

  /** The request for a correction that it answers. */
  @Column('uuid', { name: 'correction_id', nullable: true })
  correctionId: string | null;

  @Column('jsonb')
  snapshot: BlueprintSnapshot;

  @Column('text', { name: 'template_version' })
  templateVersion: string;

  @Column('text', { name: 'catalogue_version' })
  catalogueVersion: string;

  @Column('text', { name: 'model_version' })
  modelVersion: string;

  /** Stands on the cover; with the reference it proves a copy genuine. */
  @Column('text', { name: 'check_code', unique: true })
  checkCode: string;

  @Column('bytea', { nullable: true, select: false })
  pdf: Buffer | null;

  @Column('char', { name: 'pdf_sha256', length: 64, nullable: true })
  pdfSha256: string | null;

  /** Since when a copy of the file may be in the bucket; while it is set and `pdf` is null, it is there alone. */
  @Column('timestamptz', { name: 'pdf_outside_since', nullable: true })
  pdfOutsideSince: Date | null;

  /** How long that file is, worked out by the database; null while none is outside. */
  @Column('integer', { name: 'pdf_bytes', nullable: true })
  pdfBytes: number | null;

  @Column('integer', { name: 'pdf_pages', nullable: true })
  pdfPages: number | null;

  @Column('text', { name: 'calendar_file', nullable: true })
  calendarFile: string | null;

  /** The database works it out as the file is made, and keeps the calendar to it. */
  @Column('char', { name: 'calendar_sha256', length: 64, nullable: true })
  calendarSha256: string | null;

  /** Of the accessible copy as it was when the file was made; null when none is offered. */
  @Column('char', { name: 'accessible_sha256', length: 64, nullable: true })
  accessibleSha256: string | null;

  /** And of the one in large print. */
  @Column('char', { name: 'large_print_sha256', length: 64, nullable: true })
  largePrintSha256: string | null;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt: Date;

  @Column('timestamptz', { name: 'rendered_at', nullable: true })
  renderedAt: Date | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;

  /** When its content was erased. The hash and the check code stay, so that the customer's own copy can still be proved genuine. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
}
