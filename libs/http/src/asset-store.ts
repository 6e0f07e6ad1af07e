import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { projectPath } from '@app/config';
import { type Packed, unpackedFor } from './packed.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const FONTS = {
  'inter.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'source-serif-4.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
} as const;

interface Asset extends Packed {
  readonly name: string;
  readonly hash: string;
  readonly type: string;
}

/**
 * Style sheets, fonts and pictures of one app, read once at boot from `templates/<app>/assets/` and the font packages. Each is served
 * under a name that holds the hash of its bytes, so browsers may keep it for ever. In a style sheet `@import 'file';` is replaced by that
 * file's text and `url(name)` by the hashed address. @throws when a style sheet names a file that is not there.
 */
export class AssetStore {
  private readonly assets = new Map<string, Asset>();

  constructor(app: string) {
    const find = createRequire(projectPath('package.json'));
    for (const [name, path] of Object.entries(FONTS)) this.add(name, readFileSync(find.resolve(path)));
    const folder = projectPath('templates', app, 'assets');
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => extname(file) in TYPES) : [];
    // Style sheets last: they name the others.
    for (const file of files.sort((a, b) => Number(a.endsWith('.css')) - Number(b.endsWith('.css')))) {
      const path = join(folder, file);
      this.add(file, file.endsWith('.css') ? Buffer.from(this.styleSheet(path)) : readFileSync(path));
    }
  }

  /** The address of an asset for a template: `site.css` → `/assets/site.1a2b3c4d5e.css`. @throws when there is none. */
  url(name: string): string {
    const asset = this.assets.get(name);
    if (!asset) throw new Error(`There is no asset called ${name}.`);
    const extension = extname(name);
    return `/assets/${basename(name, extension)}.${asset.hash}${extension}`;
  }

  serve(server: FastifyInstance): void {
    server.get<{ Params: { file: string } }>('/assets/:file', { compress: false }, (request, reply) => {
      const [, stem, hash, extension] = /^(.+)\.([0-9a-f]{10})(\.\w+)$/.exec(request.params.file) ?? [];
      const asset = this.assets.get(`${stem}${extension}`);
      if (!asset) return reply.callNotFound();
      // A page kept from an earlier release names an earlier hash: it gets today's file, but not for ever.
      reply
        .header(
          'cache-control',
          hash === asset.hash ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
        )
        .type(asset.type);
      reply.header('access-control-allow-origin', '*').header('vary', 'accept-encoding');
      return reply.send(unpackedFor(asset, request, reply));
    });
  }

  private add(name: string, body: Buffer): void {
    const text = /\.(css|js|svg)$/.test(name);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
    this.assets.set(name, {
      name,
      body,
      hash,
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      ...(text ? packed(hash, body) : {}),
    });
  }

  private styleSheet(path: string): string {
    const source = readFileSync(path, 'utf8').replace(/@import '([^']+)';/g, (_all, file: string) =>
      this.styleSheet(join(dirname(path), file)),
    );
    return minify(writeOut(source)).replace(
      /url\(([\w.-]+)\)/g,
      (_all, name: string) => `url(${this.url(name)})`,
    );
  }
}

/** What was packed, by hash: two apps of one process share what is the same in both. */
const known = new Map<string, Omit<Packed, 'body'>>();
function packed(hash: string, body: Buffer): Omit<Packed, 'body'> {
  let forms = known.get(hash);
  if (!forms)
    known.set(hash, (forms = { brotli: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) }));
  return forms;
}

/**
 * Writes out what never changes: a length declared once, as in a scale of sizes or spaces, stands in place of its name. Declarations stay,
 * for sheets that are served beside this one.
 */
function writeOut(css: string): string {
  const declared = [...css.matchAll(/--([\w-]+): ?([^;}]+)[;}]/g)];
  const fixed = new Map(
    declared
      .filter(
        ([, name, value]) =>
          /^[\d.]+rem$/.test(value ?? '') && declared.filter(([, other]) => other === name).length === 1,
      )
      .map(([, name = '', value = '']) => [name, value]),
  );
  return css.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => fixed.get(name) ?? whole);
}

/** Strips comments and the white space that means nothing. Our own style sheets keep no white space inside strings that would suffer. */
const minify = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ > /g, '>')
    .replace(/([:, (])0\.(?=\d)/g, '$1.')
    .replace(/;}/g, '}')
    .replace(/#([\da-f])\1([\da-f])\2([\da-f])\3\b/g, '#$1$2$3')
    .replace(/@media \(/g, '@media(')
    // Between selectors alone: a sum needs its spaces.
    .replace(/ ([+~]) (?=[.*:a-z])(?!var\(|calc\(|env\()/g, '$1')
    .trim();
