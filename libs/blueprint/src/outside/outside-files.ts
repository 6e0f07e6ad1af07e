import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Bucket } from '@app/bucket';
import { CLOCK, type Clock, DomainError, sha256 } from '@app/kernel';
import { findBlueprint } from '../blueprint.store.js';
import { type CopiedFile, keyOf, readCopy } from './outside-copy.js';
import {
  allOutside,
  bytesToMove,
  comeBack,
  type FileOfOrder,
  filesInTable,
  leaveTable,
  markOutside,
  outsideOf,
  takeTurnOutside,
  unmarkOutside,
} from './outside-files.store.js';

/**
 * Files whose bytes are in a bucket instead of the table. The row says that a copy may be there before the first is made and until the last was seen
 * gone, so that nothing lies outside that the database does not know of, whenever a process dies. Whoever moves, brings back or erases the files of one
 * order takes turns: the lock by name is held while the bucket is asked, and holds up nobody else.
 * Every method throws DomainError `files_unavailable` while the bucket is away.
 */
@Injectable()
export class OutsideFiles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly bucket: Bucket,
  ) {}

  /** Without its settings nothing moves. */
  get isOn(): boolean {
    return this.bucket.isOn;
  }

  /** Files whose bytes are in the table, in the order of their ids. */
  async inTable(after: string | null, limit: number): Promise<FileOfOrder[]> {
    return await filesInTable(this.source.manager, after, limit);
  }

  /**
   * Puts the bytes of a delivered file into the bucket, reads them back, and lets them go from the table. Safe to repeat after whatever broke off.
   * @returns false when there was nothing to move.
   */
  async move(file: FileOfOrder): Promise<boolean> {
    const at = this.clock.now();
    if (!(await this.inTurn(file, (manager) => markOutside(manager, file.id, at)))) return false;
    return await this.inTurn(file, async (manager) => {
      const kept = await bytesToMove(manager, file.id);
      if (!kept) return false;
      const key = keyOf({ ...file, ...kept });
      await this.bucket.put(key, kept.pdf);
      const back = await this.bucket.get(key, kept.pdf.byteLength);
      if (!back || sha256(back) !== kept.pdfSha256)
        throw new DomainError('files_unavailable', 'The bucket did not give back what was put there.');
      await leaveTable(manager, file.id);
      return true;
    });
  }

  /** The bytes of a file that is outside alone, if they are those its hash names; else null: it is not there, or another. */
  async read(file: CopiedFile): Promise<Buffer | null> {
    return await readCopy(this.bucket, file);
  }

  /**
   * Removes the copies of an order's files, and sees each gone. Until the caller's transaction ends no other is made.
   * If that is undone, a file whose copy is gone already counts as lost until it is erased after all.
   */
  async removeOf(manager: EntityManager, orderId: string): Promise<void> {
    await takeTurnOutside(manager, orderId);
    for (const file of await outsideOf(manager, orderId)) await this.bucket.remove(keyOf(file));
  }

  /**
   * Brings the bytes of a file back into the table, then removes its copy.
   * @param drawn the same bytes from elsewhere, when the copy is lost.
   * @returns false when the copy is lost.
   */
  async bringBack(file: FileOfOrder, drawn?: Buffer): Promise<boolean> {
    const isBack = await this.inTurn(file, async (manager) => {
      const row = await findBlueprint(manager, file.id);
      if (!row?.pdfOutsideSince) return true;
      const pdf = drawn ?? (await this.read(row));
      if (pdf) await comeBack(manager, file.id, pdf);
      return (await bytesToMove(manager, file.id)) !== null;
    });
    if (isBack)
      await this.inTurn(file, async (manager) => {
        const row = await findBlueprint(manager, file.id);
        if (!row?.pdfOutsideSince) return;
        await this.bucket.remove(keyOf(row));
        await unmarkOutside(manager, file.id);
      });
    return isBack;
  }

  /** {@link bringBack} of all of them. @returns how many are back, and the ids of those that are lost. */
  async bringAllBack(): Promise<{ readonly back: number; readonly lost: readonly string[] }> {
    const lost: string[] = [];
    const all = await allOutside(this.source.manager);
    for (const file of all) if (!(await this.bringBack(file))) lost.push(file.id);
    return { back: all.length - lost.length, lost };
  }

  private async inTurn<T>(
    { orderId }: FileOfOrder,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return await this.source.transaction(async (manager) => {
      await takeTurnOutside(manager, orderId);
      return await work(manager);
    });
  }
}
