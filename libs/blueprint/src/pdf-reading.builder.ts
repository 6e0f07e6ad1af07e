import { inflateSync } from 'node:zlib';

/** What a test wants to know of a file that pdfkit wrote: enough of a parser for that, and no more. */
export interface PdfReading {
  readonly pages: readonly string[];
  /** Structure types of all elements, in file order. */
  readonly tags: readonly string[];
  readonly figures: number;
  readonly figuresWithText: number;
  /** Glyphs drawn that the font does not have. */
  readonly missingGlyphs: number;
  readonly source: string;
}

export function readPdf(pdf: Buffer): PdfReading {
  const source = pdf.toString('latin1');
  const objects = objectsOf(source);
  const get = (id: string | undefined): { head: string; stream?: string } =>
    objects.get(id ?? '') ?? { head: '' };
  const heads = [...objects.values()].map(({ head }) => head);
  const order = [
    ...(/\/Kids \[([^\]]*)\]/
      .exec(heads.find((head) => head.includes('/Type /Pages')) ?? '')?.[1]
      ?.matchAll(/(\d+) 0 R/g) ?? []),
  ];
  let missingGlyphs = 0;
  const pages = order.map(([, id]) => {
    const page = get(id).head;
    const resources = get(/\/Resources (\d+)/.exec(page)?.[1]).head;
    const cmaps = new Map<string, string[]>();
    for (const [, name = '', font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      cmaps.set(name, unicodeOf(get(/\/ToUnicode (\d+)/.exec(get(font).head)?.[1]).stream ?? ''));
    }
    const content = get(/\/Contents (\d+)/.exec(page)?.[1]).stream ?? '';
    let font: string[] = [];
    let text = '';
    for (const line of content.split('\n')) {
      const chosen = /^\/(F\d+) /.exec(line)?.[1];
      if (chosen) font = cmaps.get(chosen) ?? [];
      if (line.endsWith(' TJ')) {
        for (const [, hex = ''] of line.matchAll(/<([0-9a-f]*)>/g)) {
          for (const glyph of hex.match(/.{4}/g) ?? []) {
            if (glyph === '0000') missingGlyphs += 1;
            text += font[parseInt(glyph, 16)] ?? '\ufffd';
          }
        }
      }
      if (line === 'ET') text += ' ';
    }
    return text;
  });
  const figures = heads.filter((head) => head.includes('/S /Figure'));
  return {
    pages,
    tags: heads.flatMap((head) => /\/S \/(\w+)/.exec(head)?.[1] ?? []),
    figures: figures.length,
    figuresWithText: figures.filter((head) => /\/Alt \(.{20,}/s.test(head)).length,
    missingGlyphs,
    source,
  };
}

/** Every object of a file by its number, streams unpacked. */
export function objectsOf(source: string): Map<string, { head: string; stream?: string }> {
  const objects = new Map<string, { head: string; stream?: string }>();
  for (const match of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match;
    const at = body.indexOf('\nstream\n');
    if (at < 0) objects.set(id, { head: body });
    else {
      const head = body.slice(0, at);
      const raw = Buffer.from(body.slice(at + 8, body.lastIndexOf('\nendstream')), 'latin1');
      objects.set(id, {
        head,
        stream: (head.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1'),
      });
    }
  }
  return objects;
}

export function unicodeOf(cmap: string): string[] {
  const all: string[] = [];
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    let at = parseInt(first, 16);
    for (const [, codes = ''] of list.matchAll(/<([^>]*)>/g)) {
      all[at] = Buffer.from(codes.replace(/ /g, ''), 'hex').swap16().toString('utf16le');
      at += 1;
    }
  }
  return all;
}
