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

const HITS = 50;

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

  /** Finds orders by reference, by email, or by words of a name (beginnings are enough), newest first. Each is one indexed query. */
  async find(search: string): Promise<OrderHit[]> {
    const term = search.trim().slice(0, 254);
    const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const byReference = await this.hits('reference = $1', term.toUpperCase());
    if (byReference.length > 0) return byReference;
    if (term.includes('@')) return await this.hits('lower(customer_email) = $1', term.toLowerCase());
    return await this.hits(
      `to_tsvector('simple', customer_name) @@ to_tsquery('simple', $1)`,
      words.map((word) => `${word}:*`).join(' & '),
    );
  }

  private hits(condition: string, value: string): Promise<OrderHit[]> {
    return this.source.query<OrderHit[]>(
      `select id, reference, state, customer_name as "customerName", customer_email as "customerEmail", occupation_title as "occupationTitle",
         created_at as "createdAt", promise_at as "promiseAt", delivered_at as "deliveredAt"
       from orders where ${condition} order by created_at desc limit ${HITS}`,
      [value],
    );
  }
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
