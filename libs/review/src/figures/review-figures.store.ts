import type { EntityManager } from 'typeorm';

/** What is counted of one decided review. */
export interface ReviewFigures {
  readonly reviewId: string;
  readonly state: 'approved' | 'returned';
  /** Of its order, with the clock running. */
  readonly firstApproval: boolean;
  /** Never returned, no word changed but for the reviewer’s own note. */
  readonly asDrafted: boolean;
  /** From the start of the clock to the decision, in business time; null for an order whose clock has not started. */
  readonly businessMinutes: number | null;
  /** Minutes of work on it; null when nobody was seen at it. */
  readonly touchMinutes: number | null;
  readonly templateVersion: string;
  /** Where words of its file differ from the draft; not the words. */
  readonly edits: readonly object[];
}

/** Keeps what was counted; a review that was decided anew is counted anew. */
export async function keepReviewFigures(
  manager: EntityManager,
  figures: readonly ReviewFigures[],
): Promise<void> {
  await manager.query(
    `insert into review_figures (review_id, decided_at, state, first_approval, as_drafted, business_minutes, touch_minutes, template_version, edits)
     select r.id, r.decided_at, f.state, f."firstApproval", f."asDrafted", f."businessMinutes", f."touchMinutes", f."templateVersion", f.edits
     from jsonb_to_recordset($1) as f ("reviewId" uuid, state text, "firstApproval" boolean, "asDrafted" boolean,
       "businessMinutes" real, "touchMinutes" real, "templateVersion" text, edits jsonb) join reviews r on r.id = f."reviewId"
     on conflict (review_id) do update set decided_at = excluded.decided_at, state = excluded.state, first_approval = excluded.first_approval,
       as_drafted = excluded.as_drafted, business_minutes = excluded.business_minutes, touch_minutes = excluded.touch_minutes,
       template_version = excluded.template_version, edits = excluded.edits`,
    [JSON.stringify(figures)],
  );
}

/** What no page shows any more goes. */
export async function dropReviewFigures(manager: EntityManager, decidedBefore: Date): Promise<void> {
  await manager.query('delete from review_figures where decided_at < $1', [decidedBefore]);
}
