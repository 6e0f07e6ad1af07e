import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@app/kernel';
import { recordsJson } from '../dataset/data-files.js';
import { DatasetError } from '../dataset/dataset-error.js';
import type { Element } from '../dataset/types.js';
import type { Direction, Relation } from '../model/pivot.js';
import type { ComputedPivot, ComputedPivots } from './computed-pivot.js';

export const PIVOTS_FILE = 'pivots.json';

/** A path in the file; skills and knowledge by their order among the elements. */
type Row = [
  slug: string,
  matchPercent: number,
  relation: Relation,
  direction: Direction,
  have: number[],
  need: number[],
  /** Why, and the way in, where an editor wrote them. */
  why?: string | null,
  route?: string,
];

interface Head {
  readonly format: 1;
  /** What the paths were worked out from: see `pivotInputs`. */
  readonly inputs: string;
  /** Of the lines after the first. */
  readonly sha256: string;
}

/** The paths that ship with the project, and what they were worked out from. */
export interface ShippedPivots {
  readonly inputs: string;
  readonly pivots: ComputedPivots;
}

/** Writes the paths, one occupation a line. The same paths give the same bytes. @returns the size in bytes */
export async function writePivots(
  folder: string,
  inputs: string,
  pivots: ComputedPivots,
  elements: readonly Element[],
): Promise<number> {
  const orders = new Map(elements.map(({ name, order }) => [name, order]));
  const order = (name: string): number => {
    const found = orders.get(name);
    if (found === undefined) throw new DatasetError(PIVOTS_FILE, `there is no element ${name}`);
    return found;
  };
  const rows = [...pivots].map(([slug, paths]) => ({
    slug,
    paths: paths.map((path): Row => [
      path.slug,
      path.matchPercent,
      path.relation,
      path.direction,
      path.have.map(order),
      path.need.map(order),
      ...written(path),
    ]),
  }));
  const body = recordsJson(rows);
  const head: Head = { format: 1, inputs, sha256: sha256(body) };
  const text = `${JSON.stringify(head)}\n${body}`;
  await writeFile(join(folder, PIVOTS_FILE), text);
  return Buffer.byteLength(text);
}

/** What an editor wrote of a path: nothing, why, or why and the way in. */
const written = ({ why, route }: ComputedPivot): [] | [string] | [string | null, string] =>
  route === undefined ? (why === undefined ? [] : [why]) : [why ?? null, route];

/** @throws DatasetError when the file is missing or damaged */
export function readPivots(folder: string, elements: readonly Element[]): ShippedPivots {
  const text = read(folder);
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  const head = parseHead(text.slice(0, end));
  if (sha256(body) !== head.sha256)
    throw new DatasetError(PIVOTS_FILE, 'its lines do not fit the checksum in the first');
  const names = (orders: readonly number[]): string[] => orders.map((order) => elements[order]?.name ?? '');
  const rows = JSON.parse(body) as { slug: string; paths: Row[] }[];
  const pivots = new Map(
    rows.map(({ slug, paths }) => [
      slug,
      paths.map(([to, matchPercent, relation, direction, have, need, why, route]): ComputedPivot => ({
        slug: to,
        matchPercent,
        relation,
        direction,
        have: names(have),
        need: names(need),
        ...(why ? { why } : {}),
        ...(route === undefined ? {} : { route }),
      })),
    ]),
  );
  return { inputs: head.inputs, pivots };
}

function read(folder: string): string {
  try {
    return readFileSync(join(folder, PIVOTS_FILE), 'utf8');
  } catch (error) {
    throw new DatasetError(
      PIVOTS_FILE,
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}

function parseHead(line: string): Head {
  let head: Partial<Head> | null = null;
  try {
    head = JSON.parse(line) as Partial<Head> | null;
  } catch {
    // Refused below, like any other first line that is not ours.
  }
  if (head?.format !== 1 || typeof head.inputs !== 'string' || typeof head.sha256 !== 'string')
    throw new DatasetError(PIVOTS_FILE, 'its first line is not that of a file of paths');
  return head as Head;
}
