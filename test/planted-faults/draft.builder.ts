import { deflateSync, inflateSync } from 'node:zlib';
import type { BlueprintSnapshot } from '@app/blueprint';
import { sha256 } from '@app/kernel';
import { type PdfReading, readPdf } from '@app/pdf-reading';
import { drawPage, PdfWriter, printable, Typesetter } from '@app/typeset';
import {
  type Fixtures,
  loadFixtures,
  type Person,
  snapshotOf,
} from '../../libs/blueprint/src/people.builder.js';
import type { BlueprintAssets } from '../../libs/blueprint/src/blueprint-assets.js';
import { Composer } from '../../libs/blueprint/src/model/composer.js';
import { viewOf } from '../../libs/blueprint/src/model/view.js';
import { BODY_PAGES } from '../../libs/blueprint/src/pages/body-pages.js';
import { drawCover } from '../../libs/blueprint/src/pages/p01-cover.js';
import { documentFacts, renderBlueprint } from '../../libs/blueprint/src/render-blueprint.js';
import type { CheckFacts } from '../../libs/review/src/checks/check-facts.js';
import type { CheckResult } from '../../libs/review/src/checks/check-result.js';
import { MarketReading } from '../../libs/review/src/checks/market-reading.js';
import { runChecks } from '../../libs/review/src/checks/run-checks.js';

/** The day on which the drafts of these tests are checked: the one after they were made. */
const TODAY = '2026-11-25';

type Change = (snapshot: BlueprintSnapshot) => BlueprintSnapshot;

/** A whole draft with its file, as the checks of a review see it, and ways to spoil either. */
export class DraftOf {
  private static fixtures: Promise<Fixtures> | undefined;

  private readonly readings = new Map<string, Promise<PdfReading>>();
  private readonly files = new WeakMap<BlueprintSnapshot, Buffer>();
  private readonly weighed: ReturnType<Fixtures['scorer']['scoreAndCandidates']>;

  private constructor(
    readonly fixtures: Fixtures,
    readonly person: Person,
    /** What is true. */
    readonly snapshot: BlueprintSnapshot,
  ) {
    this.weighed = fixtures.scorer.scoreAndCandidates(person.answers);
  }

  static async person(person: Person): Promise<DraftOf> {
    const fixtures = await (DraftOf.fixtures ??= loadFixtures());
    return new DraftOf(fixtures, person, snapshotOf(fixtures, person));
  }

  /** The file of a snapshot. Many faults leave the snapshot as it is. */
  async file(change: Change = (same) => same): Promise<Buffer> {
    return await this.fileOf(change(this.snapshot));
  }

  private async fileOf(snapshot: BlueprintSnapshot): Promise<Buffer> {
    const known = this.files.get(snapshot) ?? (await renderBlueprint(snapshot, this.fixtures.assets)).pdf;
    this.files.set(snapshot, known);
    return known;
  }

  /** A file put together from pages of several snapshots. */
  pieced(pages: readonly PieceOf[]): Buffer {
    return pieced(this.fixtures.assets, this.snapshot, pages);
  }

  /** All pages in order, some of them replaced. */
  withPages(other: Readonly<Record<number, PieceOf>>): Buffer {
    return withPages(this.fixtures.assets, this.snapshot, other);
  }

  /** Reading takes a second, and many faults leave the file as it is. */
  private read(pdf: Buffer): Promise<PdfReading> {
    const known = this.readings.get(sha256(pdf)) ?? readPdf(pdf);
    this.readings.set(sha256(pdf), known);
    return known;
  }

  /** What the true file says. */
  async reading(): Promise<PdfReading> {
    return this.read(await this.file());
  }

  /** What the checks find in a file of a draft. By default both are true. */
  async checks({
    change = (same: BlueprintSnapshot) => same,
    pdf,
    facts = {},
  }: { change?: Change; pdf?: Buffer; facts?: Partial<CheckFacts> } = {}): Promise<CheckResult[]> {
    const { catalogue, market, assets } = this.fixtures;
    const snapshot = change(this.snapshot);
    const again = await this.fileOf(snapshot);
    const bytes = pdf ?? again;
    const { name, answers } = this.person;
    return runChecks({
      storedSha256: sha256(bytes),
      sha256: sha256(bytes),
      bytes: bytes.byteLength,
      reading: await this.read(bytes),
      snapshot,
      remade: bytes.equals(again) ? 'same' : (await this.read(again)).pages,
      order: { ...this.snapshot.order, customerName: name },
      printedName: printable(name, assets.fonts),
      recomputed: this.weighed.result,
      candidates: this.weighed.candidates,
      answers,
      data: new MarketReading(catalogue, market).of(snapshot, answers),
      recent: [],
      returned: null,
      today: TODAY,
      ...facts,
    });
  }
}

/** One page of a snapshot. */
export interface PieceOf {
  readonly of: BlueprintSnapshot;
  readonly page: number;
}

/** A file put together from pages of several snapshots, under the title and date of one. */
export function pieced(
  assets: BlueprintAssets,
  snapshot: BlueprintSnapshot,
  pages: readonly PieceOf[],
): Buffer {
  const view = viewOf(snapshot, assets.fonts);
  const writer = new PdfWriter(assets.fonts, new Typesetter(assets.fonts), documentFacts(snapshot, view));
  for (const { of, page } of pages) {
    const composer = new Composer(of, viewOf(of, assets.fonts), assets.copy, writer.typesetter).on(page);
    const { reference, version } = of.order;
    const footer = { left: `${reference} · version ${version}`, middle: 'Not for use by employers' };
    const compose = BODY_PAGES[page - 2];
    if (compose) drawPage(writer, compose(composer), page, footer);
    else drawCover(writer, composer, footer);
  }
  return writer.end();
}

/** All pages of a snapshot in order, some of them replaced. */
export const withPages = (
  assets: BlueprintAssets,
  snapshot: BlueprintSnapshot,
  other: Readonly<Record<number, PieceOf>>,
): Buffer =>
  pieced(
    assets,
    snapshot,
    Array.from({ length: 15 }, (_, index) => other[index + 1] ?? { of: snapshot, page: index + 1 }),
  );

/** Letters of a file that stand in the open, such as alternative texts, replaced by others of the same length. */
export const overwritten = (pdf: Buffer, find: RegExp, put: (found: string) => string): Buffer =>
  Buffer.from(
    pdf.toString('latin1').replace(find, (found) => put(found).padEnd(found.length).slice(0, found.length)),
    'latin1',
  );

/** As small as zlib can pack it: the changed text may pack a byte worse than the one that was there. */
const smallest = (text: Buffer): Buffer =>
  [0, 1, 2, 3]
    .map((strategy) => deflateSync(text, { level: 9, memLevel: 9, strategy }))
    .reduce((least, packed) => (packed.length < least.length ? packed : least));

/** A packed stream of a file, changed inside; what follows keeps its place. @throws Error when nothing was changed or it grew. */
export function repacked(pdf: Buffer, change: (stream: string) => string): Buffer {
  const source = pdf.toString('latin1');
  let changed = 0;
  const result = source.replace(
    /(\nstream\n)([\s\S]*?)(\nendstream)/g,
    (all, begin: string, raw: string, end: string) => {
      let text: string;
      try {
        text = inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
      } catch {
        return all;
      }
      const other = change(text);
      if (other === text) return all;
      const packed = smallest(Buffer.from(other, 'latin1')).toString('latin1');
      if (packed.length > raw.length)
        throw new Error(`the stream grew from ${raw.length} to ${packed.length} bytes`);
      changed += 1;
      return `${begin}${packed.padEnd(raw.length, '\0')}${end}`;
    },
  );
  if (changed === 0) throw new Error('no stream was changed');
  return Buffer.from(result, 'latin1');
}

/** By the first of several changes that packs no larger: which letters pack well differs from draft to draft. @throws Error when none does. */
export function repackedByAny(pdf: Buffer, changes: readonly ((stream: string) => string)[]): Buffer {
  const [change, ...others] = changes;
  if (!change) throw new Error('no change packs as small as what was there');
  try {
    return repacked(pdf, change);
  } catch {
    return repackedByAny(pdf, others);
  }
}
