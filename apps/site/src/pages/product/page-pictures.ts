import { setImmediate } from 'node:timers/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Canvas, encodePng } from '@app/pictures';

/** Pixels across: twice what the widest column of the product page shows. */
const WIDTH = 640;
/** A4. */
const HEIGHT = Math.round((WIDTH * 297) / 210);

export const PICTURE = { width: WIDTH, height: HEIGHT } as const;

/**
 * Pages of a PDF as PNG pictures, keyed by page number from 1. Lets other work in between pages.
 * @throws when the file cannot be read as a PDF
 */
export async function pagePictures(
  pdf: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, Buffer>> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pictures = new Map<number, Buffer>();
    for (const number of pages) {
      await setImmediate();
      const { data } = await document.getPage(number - 1).render({ width: WIDTH, height: HEIGHT });
      pictures.set(number, await encodePng(onCanvas(data)));
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
}

/** Four bytes a pixel become three of sixteen steps each: no eye sees the difference on a page of text, and the file is half the size. */
function onCanvas(rgba: Uint8Array): Canvas {
  const canvas = new Canvas(WIDTH, HEIGHT, [255, 255, 255]);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3)
    for (let channel = 0; channel < 3; channel += 1)
      canvas.pixels[to + channel] = Math.round((rgba[from + channel] ?? 255) / 17) * 17;
  return canvas;
}
