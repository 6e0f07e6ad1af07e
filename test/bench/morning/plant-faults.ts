import type pg from 'pg';
import type { BlueprintSnapshot } from '@app/blueprint';
import { projectPath } from '@app/config';
import { sha256 } from '@app/kernel';
import { type BlueprintAssets, loadBlueprintAssets } from '../../../libs/blueprint/src/blueprint-assets.js';
import { progress } from '../ratio-table.js';
import { holdBack, untilCount } from './held-back.js';
import { type Fault, FAULTS } from './plants.js';

/** A fault in the first version of an order's blueprint. */
export interface Planted {
  readonly fault: string;
  readonly orderId: string;
  readonly reference: string;
  /** Of the file with the fault; nobody may ever approve it. */
  readonly sha256: string;
}

interface Row {
  readonly id: string;
  readonly order_id: string;
  readonly reference: string;
  readonly assessment_id: string;
  readonly snapshot: BlueprintSnapshot;
  readonly pdf: Buffer | null;
}

const DRAFTS = `select b.id, b.order_id, o.reference, o.assessment_id, b.snapshot, b.pdf from blueprints b join orders o on o.id = b.order_id
  order by o.created_at, o.id`;

/** Lets the drafts of all people be made with a fault in every second of them, and waits until each is before the reviewers. */
export async function plantFaults(
  owner: pg.Client,
  orders: () => Promise<void>,
  people: number,
): Promise<Planted[]> {
  const assets = loadBlueprintAssets(projectPath('templates', 'blueprint'));
  const letRender = await holdBack(owner, 'blueprint.render');
  const letOpen = await holdBack(owner, 'review.open');
  await orders();
  await untilCount(owner, 'every draft', `select count(*) from blueprints where state = 'drafted'`, people);
  const faults = FAULTS.slice(0, Math.floor(people / 2));
  await inEverySecond(owner, faults, (fault, rows) => plantInDraft(owner, fault, rows, assets));
  await letRender();
  await untilCount(owner, 'every file', `select count(*) from blueprints where state = 'rendered'`, people);
  await inEverySecond(owner, faults, (fault, rows) => plantInFile(owner, fault, rows, assets));
  const planted = await inEverySecond(
    owner,
    faults,
    async (fault, { row: { order_id: orderId, reference, pdf } }) =>
      Promise.resolve({ fault: fault.name, orderId, reference, sha256: sha256(pdf ?? Buffer.alloc(0)) }),
  );
  await letOpen();
  await untilCount(owner, 'every review', `select count(*) from reviews where state = 'queued'`, people);
  progress(`${planted.length} faults are planted in ${people} drafts`);
  return planted;
}

interface Rows {
  readonly row: Row;
  readonly other: Row;
}

async function inEverySecond<Result>(
  owner: pg.Client,
  faults: readonly Fault[],
  plant: (fault: Fault, rows: Rows) => Promise<Result>,
): Promise<Result[]> {
  const { rows } = await owner.query<Row>(DRAFTS);
  const results: Result[] = [];
  for (const [index, fault] of faults.entries()) {
    const [row, other] = [rows[2 * index + 1], rows[2 * index]];
    if (row && other) results.push(await plant(fault, { row, other }));
  }
  return results;
}

async function plantInDraft(
  owner: pg.Client,
  fault: Fault,
  { row, other }: Rows,
  assets: BlueprintAssets,
): Promise<void> {
  if (fault.into !== 'draft') return;
  const wrong = fault.plant({ snapshot: row.snapshot, other: other.snapshot, assets });
  await owner.query('update blueprints set snapshot = $2 where id = $1', [row.id, JSON.stringify(wrong)]);
}

/** No right of the product's own changes a file that is made; the owner's does, as a broken disk or a thief would. */
async function plantInFile(
  owner: pg.Client,
  fault: Fault,
  { row, other }: Rows,
  assets: BlueprintAssets,
): Promise<void> {
  if (fault.into === 'draft') return;
  await owner.query('set session_replication_role = replica');
  try {
    if (fault.into === 'answers')
      await owner.query('update assessments set completed_at = null, result = null where id = $1', [
        row.assessment_id,
      ]);
    else {
      const scene = {
        snapshot: row.snapshot,
        other: other.snapshot,
        assets,
        pdf: row.pdf ?? Buffer.alloc(0),
      };
      const pdf = fault.plant(scene);
      await owner.query('update blueprints set pdf = $2, pdf_sha256 = $3 where id = $1', [
        row.id,
        pdf,
        sha256(pdf),
      ]);
    }
  } finally {
    await owner.query('set session_replication_role = origin');
  }
}
