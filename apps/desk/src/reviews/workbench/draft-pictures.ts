import { Injectable } from '@nestjs/common';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { DomainError } from '@app/kernel';
import { Canvas, encodePng } from '@app/pictures';

/** Pixels across: an A4 page beside its sources on a screen of 1280, and one that has the whole screen or a finer one. */
export const PICTURE_WIDTHS = { beside: 1000, large: 1800 } as const;
/** A4. */
const heightOf = (width: number): number => Math.round((width * 297) / 210);
/** How many pictures a desk keeps, about 150 kB each, large ones three times that: four drafts. */
const KEPT = 60;

/** Pages of drafts as pictures, so that a browser needs no plug-in and a page can stand beside what it was made from. */
@Injectable()
export class DraftPictures {
  private library: Promise<PDFiumLibrary> | undefined;
  private readonly kept = new Map<string, Promise<Buffer>>();

  /** @param sha256 of the file: the same file and page give the same picture. @throws DomainError `not_found` for a page it has not. */
  async of(
    pdf: Uint8Array,
    sha256: string,
    page: number,
    width: number = PICTURE_WIDTHS.beside,
  ): Promise<Buffer> {
    const key = `${sha256}/${page}/${width}`;
    const known = this.kept.get(key);
    // What was looked at last is kept longest.
    this.kept.delete(key);
    const picture = known ?? this.draw(pdf, page, width);
    this.kept.set(key, picture);
    picture.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return await picture;
  }

  private async draw(pdf: Uint8Array, page: number, width: number): Promise<Buffer> {
    const library = await (this.library ??= PDFiumLibrary.init());
    const document = await library.loadDocument(pdf);
    try {
      if (page < 1 || page > document.getPageCount())
        throw new DomainError('not_found', 'The draft has no such page.');
      const { data } = await document.getPage(page - 1).render({ width, height: heightOf(width) });
      return await encodePng(onCanvas(data, width));
    } finally {
      document.destroy();
    }
  }
}

/** Four bytes a pixel become three of sixteen steps each, which halves the file and changes no letter. */
function onCanvas(rgba: Uint8Array, width: number): Canvas {
  const canvas = new Canvas(width, heightOf(width), [255, 255, 255]);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3)
    for (let channel = 0; channel < 3; channel += 1)
      canvas.pixels[to + channel] = Math.round((rgba[from + channel] ?? 255) / 17) * 17;
  return canvas;
}
