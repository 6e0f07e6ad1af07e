import type { EntityManager } from 'typeorm';
import type { ReviewFigures } from '@app/review';

/** Two acts that lie further apart than this, in minutes, had something else between them. */
export const LONGEST_PAUSE = 10;

/** A review that was decided and not counted yet. */
export type DecidedReview = Omit<ReviewFigures, 'businessMinutes'> & {
  readonly decidedAt: Date;
  readonly clockStartedAt: Date | null;
};

/** What is decided and not counted yet, from a moment $1 on; see {@link uncountedFrom}. */
const UNCOUNTED = `reviews r where r.state in ('approved', 'returned') and r.decided_at >= $1
  and not exists (select 1 from review_figures f where f.review_id = r.id and f.decided_at = r.decided_at)`;

/**
 * From when to look for what is not counted yet: what is decided is counted oldest first, so but for the last day – a decision may have been long on
 * its way – everything older is counted. Asked apart, since of a moment that it does not know the planner would rather read every review.
 * @param since the first moment that is counted at all
 */
async function uncountedFrom(manager: EntityManager, since: Date): Promise<Date> {
  const [row] = await manager.query<{ moment: Date }[]>(
    `select greatest($1, max(decided_at) - interval '1 day') as moment from review_figures`,
    [since],
  );
  return row?.moment ?? since;
}

/** How many decided reviews are not counted yet. */
export async function uncountedReviews(manager: EntityManager, since: Date): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(`select count(*)::int as count from ${UNCOUNTED}`, [
    await uncountedFrom(manager, since),
  ]);
  return row?.count ?? 0;
}

/**
 * The oldest reviews that are not counted yet, locked against an approval that is taken back meanwhile. Work on a review is the times between
 * neighbouring entries of one person about it in the audit log, long pauses left out.
 */
export async function decidedReviews(
  manager: EntityManager,
  since: Date,
  most: number,
): Promise<DecidedReview[]> {
  return await manager.query<DecidedReview[]>(
    `with due as materialized (select r.* from ${UNCOUNTED} order by r.decided_at limit $2 for share of r)
     select due.id as "reviewId", due.decided_at as "decidedAt", due.state, o.clock_started_at as "clockStartedAt", touch.minutes as "touchMinutes",
       b.template_version as "templateVersion", changed.edits,
       due.state = 'approved' and o.clock_started_at is not null
         and not exists (select 1 from reviews e where e.order_id = due.order_id and e.state = 'approved' and e.decided_at < due.decided_at) as "firstApproval",
       jsonb_array_length(changed.edits) = 0
         and not exists (select 1 from reviews e where e.order_id = due.order_id and e.state = 'returned' and e.decided_at < due.decided_at) as "asDrafted"
     from due join blueprints b on b.id = due.blueprint_id join orders o on o.id = due.order_id
       cross join lateral (
         select coalesce(jsonb_agg(jsonb_build_object('page', edit -> 'page', 'block', edit -> 'block')), '[]') as edits
         from jsonb_array_elements(coalesce(b.snapshot -> 'edits', '[]')) as edit) as changed
       cross join lateral (
         select case when count(*) > 0 then coalesce(sum(gap) filter (where gap <= ${LONGEST_PAUSE}), 0)::float8 end as minutes from (
           select extract(epoch from at - lag(at) over (partition by staff_id order by at, id)) / 60 as gap from (
             select a.id, a.at, a.staff_id from audit_log a where a.subject_kind = 'review' and a.subject_id = due.id::text
             union all
             select a.id, a.at, a.staff_id from audit_log a
             where a.subject_kind = 'order' and a.subject_id = due.order_id::text and a.action in ('blueprint.viewed', 'order.viewed')) as entry
           where staff_id is not null and at between due.created_at and due.decided_at) as acts) as touch
     order by due.decided_at`,
    [await uncountedFrom(manager, since), most],
  );
}
