import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment, projectPath, sellerOf } from '@app/config';
import type { Order } from '@app/orders';
import { FontSet, type PdfWriter } from '@app/typeset';
import { receiptOf } from '../receipt.store.js';
import { creditNotesOf } from './credit-note.store.js';
import { drawPaper, drawPaperPage } from './draw-paper.js';
import { creditNoteContent, type PaperMaker, receiptContent } from './paper-content.js';

/** A file for the customer's records. */
export interface Paper {
  readonly number: string;
  readonly filename: string;
  readonly pdf: Buffer;
}

/** Receipts and credit notes as files. Nothing is stored: the same rows make the same bytes. */
@Injectable()
export class Papers {
  private readonly maker: PaperMaker;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    environment: Environment,
  ) {
    this.maker = {
      brand: environment.BRAND_NAME,
      siteUrl: environment.SITE_URL,
      seller: sellerOf(environment),
    };
  }

  /** Null while the order is not paid. */
  async receipt(order: Order): Promise<Paper | null> {
    const receipt = await receiptOf(this.source.manager, order.id);
    return receipt && paper(receipt.number, drawPaper(fonts(), receiptContent(receipt, order, this.maker)));
  }

  /** The receipt as the next page of a larger file; nothing while the order is not paid. */
  async addReceipt(writer: PdfWriter, order: Order): Promise<void> {
    const receipt = await receiptOf(this.source.manager, order.id);
    if (receipt) drawPaperPage(writer, fonts(), receiptContent(receipt, order, this.maker));
  }

  /** Those of an order that `wanted` picks, void ones too unless it leaves them out; oldest first. */
  async creditNotes(
    order: Order,
    wanted: (note: Awaited<ReturnType<typeof creditNotesOf>>[number]) => boolean = () => true,
  ): Promise<Paper[]> {
    const receipt = await receiptOf(this.source.manager, order.id);
    if (!receipt) return [];
    return (await creditNotesOf(this.source.manager, order.id))
      .filter(wanted)
      .map((note) =>
        paper(note.number, drawPaper(fonts(), creditNoteContent(note, receipt, order, this.maker))),
      );
  }
}

const fonts = (): FontSet => FontSet.load(projectPath('templates', 'blueprint', 'fonts'));

/** `PW-R-000001` → `receipt-PW-R-000001.pdf` */
const paper = (number: string, pdf: Buffer): Paper => ({
  number,
  filename: `${number.startsWith('PW-R') ? 'receipt' : 'credit-note'}-${number}.pdf`,
  pdf,
});
