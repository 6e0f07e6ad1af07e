import { Injectable } from '@nestjs/common';
import type { BlueprintSnapshot } from '@app/blueprint';
import { readPdf } from '@app/pdf-reading';

/** Files whose words a desk keeps: reading one takes a second. */
const KEPT = 20;

/** The words of each page of a file, without what differs between any two versions. */
@Injectable()
export class PageWords {
  private readonly kept = new Map<string, Promise<readonly string[]>>();

  /** @param sha256 of the file. */
  async of(pdf: Buffer, sha256: string, { order }: BlueprintSnapshot): Promise<readonly string[]> {
    const known = this.kept.get(sha256);
    this.kept.delete(sha256);
    const words = known ?? this.read(pdf, order);
    this.kept.set(sha256, words);
    words.catch(() => this.kept.delete(sha256));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return await words;
  }

  private async read(pdf: Buffer, order: BlueprintSnapshot['order']): Promise<readonly string[]> {
    const { pages } = await readPdf(pdf);
    const marks = new RegExp(`version ${order.version}\\b|${order.checkCode}`, 'g');
    return pages.map((text) => text.replace(/\s+/g, ' ').replace(marks, '').trim());
  }
}
