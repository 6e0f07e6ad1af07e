import type pg from 'pg';
import type { Planted } from './plant-faults.js';
import type { Sitting } from './reviewer.js';

/** What became of a planted fault. */
export interface Caught {
  readonly fault: string;
  /** The check that showed it, with its words; '' when none did. */
  readonly check: string;
  /** What the reviewer who met it did. */
  readonly act: string;
  /** Whether anybody approved the file with the fault, or an email carries it. */
  readonly sent: boolean;
}

/** Looks up in the database whether a file with a planted fault was ever approved or sent, and in the sittings who met it how. */
export async function whatWasCaught(
  owner: pg.Client,
  planted: readonly Planted[],
  sittings: readonly Sitting[],
): Promise<Caught[]> {
  const caught: Caught[] = [];
  for (const { fault, reference, sha256 } of planted) {
    const first = sittings.find((sitting) => sitting.reference === reference);
    const { rows } = await owner.query(
      `select 1 from reviews where $1 in (approved_sha256, first_sha256) union all select 1 from deliveries where approved_sha256 = $1`,
      [sha256],
    );
    const check = first?.asked[0] ? `${first.asked[0]}: ${first.said}` : '';
    caught.push({ fault, check, act: first?.act ?? 'not met', sent: rows.length > 0 });
  }
  return caught;
}
