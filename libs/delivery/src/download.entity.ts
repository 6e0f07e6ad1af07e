import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed link to one file. Only the hash of its secret is kept, so the link is readable in the email alone. */
@Entity('download_links')
export class DownloadLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('uuid', { name: 'blueprint_id' })
  blueprintId: string;

  @Column('bytea', { name: 'token_hash', unique: true })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** One download, for the order's log. */
@Entity('downloads')
export class Download {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'link_id' })
  linkId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'ip_address' })
  ipAddress: string;
}
