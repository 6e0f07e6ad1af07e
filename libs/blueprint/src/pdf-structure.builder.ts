import { inflateSync } from 'node:zlib';

/** A structure element as reading software sees it. */
export interface StructureNode {
  readonly tag: string;
  readonly head: string;
  readonly children: readonly StructureNode[];
  /** What it holds in reading order: words drawn in the element itself, and its children. */
  readonly content: readonly (string | StructureNode)[];
  /** Addresses of the annotations that belong to it. */
  readonly urls: readonly string[];
}

export interface PdfStructure {
  readonly root: StructureNode;
  /** Words and shapes that are neither in an element nor marked as an artifact. */
  readonly unmarked: number;
  /** Link annotations of all pages. */
  readonly links: number;
}

/** All words of an element in reading order. */
export const wordsOf = (node: StructureNode): string =>
  node.content
    .map((part) => (typeof part === 'string' ? part : wordsOf(part)))
    // The words of lines and links bring their spaces; those of blocks do not.
    .join(BLOCKS.has(node.tag) ? ' ' : '')
    .replace(/\s+/g, ' ')
    .replace(/^ | $/g, (space) => (node.tag === 'Link' ? space : ''));
const BLOCKS = new Set(['Document', 'Sect', 'Table', 'TR', 'L', 'LI']);

/** An element and everything below it, in reading order. */
export const everything = (node: StructureNode): StructureNode[] => [
  node,
  ...node.children.flatMap(everything),
];

/** The structure tree of a file that pdfkit wrote, with the words of each element. */
export function readStructure(pdf: Buffer): PdfStructure {
  const objects = objectsOf(pdf.toString('latin1'));
  const head = (id: string | undefined): string => objects.get(id ?? '')?.head ?? '';
  const pages = new Map<string, MarkedPage>();
  for (const [id, object] of objects)
    if (object.head.includes('/Type /Page\n')) pages.set(id, markedPage(object.head, objects));

  const node = (id: string): StructureNode => {
    const dictionary = head(id);
    const kids =
      /\/K \[([\s\S]*?)\]\n/.exec(`${dictionary}\n`)?.[1] ?? /\/K (\d+ 0 R)/.exec(dictionary)?.[1] ?? '';
    const page = pages.get(/\/Pg (\d+) 0 R/.exec(dictionary)?.[1] ?? '');
    const references = kids.replace(/<<[\s\S]*?>>/g, '');
    const content = [...references.matchAll(/(\d+)( 0 R)?/g)].map(([, number = '', reference]) =>
      reference ? node(number) : (page?.words.get(Number(number)) ?? ''),
    );
    return {
      tag: /\/S \/(\w+)/.exec(dictionary)?.[1] ?? '',
      head: dictionary,
      children: content.filter((part) => typeof part !== 'string'),
      content,
      urls: [...kids.matchAll(/\/Obj (\d+) 0 R/g)].map(
        ([, annotation]) =>
          /\/URI \((.*)\)/.exec(head(/\/A (\d+) 0 R/.exec(head(annotation))?.[1]))?.[1] ?? '',
      ),
    };
  };
  const tree =
    [...objects.values()].find((object) => object.head.includes('/Type /StructTreeRoot'))?.head ?? '';
  return {
    root: node(/\/K \[?(\d+) 0 R/.exec(tree)?.[1] ?? ''),
    unmarked: [...pages.values()].reduce((sum, page) => sum + page.unmarked, 0),
    links: [...objects.values()].filter((object) => object.head.includes('/Subtype /Link')).length,
  };
}

interface MarkedPage {
  /** Words by the number of their marked content. */
  readonly words: ReadonlyMap<number, string>;
  readonly unmarked: number;
}

function markedPage(page: string, objects: ReturnType<typeof objectsOf>): MarkedPage {
  const get = (id: string | undefined): { head: string; stream?: string } =>
    objects.get(id ?? '') ?? { head: '' };
  const resources = get(/\/Resources (\d+)/.exec(page)?.[1]).head;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [
      name,
      unicodeOf(get(/\/ToUnicode (\d+)/.exec(get(font).head)?.[1]).stream ?? ''),
    ]),
  );
  const words = new Map<number, string>();
  const open: { content: number | null; actual: boolean }[] = [];
  let unmarked = 0;
  let font: string[] = [];
  const add = (text: string): void => {
    const content = open.find((one) => one.content !== null)?.content;
    if (typeof content === 'number') words.set(content, (words.get(content) ?? '') + text);
  };
  const OPERATOR =
    /\/\w+ (?:(<<[\s\S]*?>>) BDC|BMC)|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ|\bET\b|^(?:f|S|B)\*?$/gm;
  for (const match of (get(/\/Contents (\d+)/.exec(page)?.[1]).stream ?? '').matchAll(OPERATOR)) {
    const [operator, properties = '', chosen, shown] = match;
    if (operator === 'EMC') open.pop();
    else if (operator.endsWith('BDC') || operator.endsWith('BMC')) {
      const content = /\/MCID (\d+)/.exec(properties)?.[1];
      const actual = /\/ActualText \((.*)\)/.exec(properties)?.[1];
      open.push({ content: content === undefined ? null : Number(content), actual: actual !== undefined });
      if (actual !== undefined) add(unescaped(actual));
    } else if (chosen !== undefined) font = fonts.get(chosen) ?? [];
    else if (open.length === 0) unmarked += 1;
    else if (shown !== undefined && !open.some((one) => one.actual))
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]*)>/g))
        for (const glyph of hex.match(/.{4}/g) ?? []) add(font[parseInt(glyph, 16)] ?? '\ufffd');
  }
  return { words, unmarked };
}

/** A PDF string as text: escapes taken away, UTF-16 with its mark or Latin letters. */
function unescaped(text: string): string {
  const bytes = Buffer.from(
    text.replace(
      /\\([nrtbf()\\])/g,
      (_all, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
    ),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

/** Every object of a file by its number, streams unpacked. */
function objectsOf(source: string): Map<string, { head: string; stream?: string }> {
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

function unicodeOf(cmap: string): string[] {
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
