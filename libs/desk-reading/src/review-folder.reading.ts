import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AssessmentService, type CompletedAssessment } from '@app/assessment';
import { DomainError } from '@app/kernel';
import { type Order, type OrderEvent, OrdersService } from '@app/orders';
import { type Instruction, type Making, type Review, ReviewService, type ReviewState } from '@app/review';

/** One version of an order's blueprint and what became of it. */
export interface BlueprintVersion {
  readonly id: string;
  readonly version: number;
  readonly state: 'drafted' | 'rendered' | 'superseded';
  readonly sha256: string | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly draftedAt: Date;
  readonly renderedAt: Date | null;
  readonly reviewId: string | null;
  readonly reviewState: ReviewState | null;
  readonly reason: string | null;
  /** How it was made at the desk, by whom and why; null for a draft of the worker's. */
  readonly how: Making | null;
  readonly madeBy: string | null;
  readonly madeFor: string | null;
  /** The review in which it was made. */
  readonly madeIn: string | null;
  /** What was asked of the version after it. */
  readonly instructions: readonly Instruction[];
}

/** Everything about one order that a person at the desk may need, in one place. */
export interface OrderFolder {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  /** Newest first. */
  readonly versions: readonly BlueprintVersion[];
}

/** A row of the order look-up. */
export interface OrderHit {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly occupationTitle: string;
  readonly createdAt: Date;
  readonly promiseAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** What a search came to. */
export interface OrderSearch {
  readonly hits: readonly OrderHit[];
  /** What it needs to be answered: more letters of a name, or another word beside those that too many share; null when it is answered. */
  readonly ask: 'letters' | 'words' | null;
}

const HITS = 50;
/** More people than this share what was looked up. */
export const MOST_MATCHES = 500;

/** Reads orders, answers and drafts together for the desk's pages. Reading only. */
@Injectable()
export class ReviewFolder {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly assessments: AssessmentService,
    private readonly reviews: ReviewService,
  ) {}

  async review(reviewId: string): Promise<Review> {
    const review = isUuid(reviewId) ? await this.reviews.byId(reviewId) : null;
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    return review;
  }

  async order(orderId: string): Promise<OrderFolder> {
    const order = isUuid(orderId) ? await this.orders.byId(orderId) : null;
    if (!order) throw new DomainError('order_not_found', 'There is no such order.');
    const versions = await this.source.query<BlueprintVersion[]>(
      `select b.id, b.version, b.state, b.pdf_sha256 as "sha256", b.pdf_pages as pages, octet_length(b.pdf) as bytes, b.drafted_at as "draftedAt",
         b.rendered_at as "renderedAt", r.id as "reviewId", r.state as "reviewState", r.reason,
         m.how, m.made_by as "madeBy", m.words as "madeFor", m.review_id as "madeIn",
         (select coalesce(jsonb_agg(one), '[]') from reviews of_order, jsonb_array_elements(of_order.instructions) one
          where of_order.order_id = b.order_id and (one->>'version')::int = b.version) as instructions
       from blueprints b left join reviews r on r.blueprint_id = b.id left join made_versions m on m.blueprint_id = b.id
       where b.order_id = $1 order by b.version desc`,
      [orderId],
    );
    return { order, events: await this.orders.events(orderId), versions };
  }

  /** What the customer answered and what came out; null when the answers have been erased. */
  async answers(order: Order): Promise<CompletedAssessment | null> {
    return await this.assessments.completed(order.assessmentId).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
  }

  /**
   * Finds orders by reference, by email, or by words of a name, newest first. A word of three letters or more may be the beginning of one; a shorter one
   * is a whole name. What would bring up half the customers is asked for more closely instead: nobody reads that, and it would take longer each year.
   */
  async find(search: string): Promise<OrderSearch> {
    const term = search.trim().slice(0, 254);
    const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return { hits: [], ask: null };
    const byReference = await this.hits('reference = $1', term.toUpperCase());
    if (byReference.length > 0) return { hits: byReference, ask: null };
    if (term.includes('@')) {
      const hits = await this.hits('lower(customer_email) = $1', term.toLowerCase());
      return { hits, ask: null };
    }
    if (words.every((word) => word.length < 2)) return { hits: [], ask: 'letters' };
    return await this.byName(words.map((word) => (word.length < 3 ? word : `${word}:*`)).join(' & '));
  }

  private async byName(words: string): Promise<OrderSearch> {
    return await this.source.transaction(async (manager) => {
      // How many match is a guess of the planner's, and a wrong one would read every order.
      await manager.query('set local enable_seqscan = off');
      const rows = await manager.query<OrderHit[]>(
        `${HIT} where to_tsvector('simple', customer_name) @@ to_tsquery('simple', $1) limit ${MOST_MATCHES + 1}`,
        [words],
      );
      if (rows.length > MOST_MATCHES) return { hits: [], ask: 'words' };
      const newest = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
      return { hits: newest.slice(0, HITS), ask: null };
    });
  }

  private hits(condition: string, value: string): Promise<OrderHit[]> {
    return this.source.query<OrderHit[]>(`${HIT} where ${condition} order by created_at desc limit ${HITS}`, [
      value,
    ]);
  }
}

const HIT = `
  select id, reference, state, customer_name as "customerName", customer_email as "customerEmail", occupation_title as "occupationTitle",
    created_at as "createdAt", promise_at as "promiseAt", delivered_at as "deliveredAt"
  from orders`;

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
