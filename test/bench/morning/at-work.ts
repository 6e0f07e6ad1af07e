import type pg from 'pg';
import { progress } from '../ratio-table.js';
import type { Reviewer, Sitting } from './reviewer.js';

/** Orders that still need somebody at the desk: neither approved, nor held, nor bound. */
const OPEN = `select count(*) from orders o where o.state = 'paid'
  and not exists (select 1 from reviews r where r.order_id = o.id and r.state in ('approved', 'held'))
  and not exists (select 1 from order_blockers b where b.order_id = o.id and b.ended_at is null)`;

/** Minutes after which nobody takes another review: what was done by then is printed, and a fault that nobody met is not caught. */
const MINUTES = Number(process.env['MORNING_MINUTES'] ?? Infinity);

/** Somebody takes one review after the other until no order needs anybody. */
export async function atWork(
  reviewer: Reviewer,
  owner: pg.Client,
  after: (sitting: Sitting) => Promise<void>,
): Promise<Sitting[]> {
  const sittings: Sitting[] = [];
  const end = performance.now() + MINUTES * 60_000;
  const open = async (): Promise<number> =>
    Number((await owner.query<{ count: string }>(OPEN)).rows[0]?.count);
  for (let left = await open(); left > 0 && performance.now() < end; left = await open()) {
    const sitting = await reviewer.sitting().catch((error: unknown) => interrupted(reviewer, error));
    if (sitting === 'interrupted') continue;
    if (sitting) {
      sittings.push(sitting);
      const { who, reference, act, keys, letters, seconds, asked } = sitting;
      progress(
        `${who} ${act} ${reference}: ${keys} keys, ${letters} letters, ${seconds.toFixed(0)} s${asked.length > 0 ? ` (${asked.join('; ')})` : ''}; ${left} orders open`,
      );
      await after(sitting);
      // A redraft, or the other's first approval, is on its way.
    } else await new Promise((next) => setTimeout(next, 3_000));
  }
  return sittings;
}

/** The desk of a machine with too much to do answers 503 now and then; the draft goes back into the queue, and is begun anew. */
async function interrupted(reviewer: Reviewer, error: unknown): Promise<'interrupted'> {
  const words = await reviewer.page.locator('h1').innerText();
  if (!/will be back in a moment/.test(words)) throw error;
  progress(`${reviewer.name} was interrupted: “${words}”`);
  await reviewer.giveUp();
  return 'interrupted';
}
