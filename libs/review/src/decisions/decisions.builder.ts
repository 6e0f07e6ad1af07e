import { auditEntities } from '@app/audit';
import { blueprintEntities } from '@app/blueprint';
import { orderEntities } from '@app/orders';
import { staffEntities } from '@app/staff';
import { StaffTasks, taskEntities } from '@app/tasks';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import type { CheckLevel, CheckResult } from '../checks/check-result.js';
import type { ReviewChecks } from '../checks/review-checks.service.js';
import { type MadeReview, ReviewScene } from '../review-scene.builder.js';
import { Review } from '../review.entity.js';
import { PageTick } from '../workbench/page-tick.entity.js';
import type { Actor } from './actor.js';
import { Claims } from './claims.service.js';
import { type DraftEdit, DraftEdits } from './draft-edits.js';
import { ReviewService } from './review.service.js';
import { SecondApprovals } from './second-approvals.js';

const ENTITIES = [
  ...auditEntities,
  ...blueprintEntities,
  ...orderEntities,
  ...staffEntities,
  ...taskEntities,
];

/** Decisions on a database of their own. What the checks find has tests of its own; here they find what the test says. */
export class DecisionsFixture {
  /** What the checks find, about the file that is stored. */
  level: CheckLevel;
  /** What people changed in the draft. */
  edits: DraftEdit;
  /** What happens once the checks have run, before anybody is locked. */
  afterChecks: () => Promise<unknown>;
  readonly clock = new FakeClock();
  readonly scene: ReviewScene;
  readonly claims: Claims;
  readonly reviews: ReviewService;
  /** The same, where the first two approvals of anybody need a second person. */
  readonly strictly: ReviewService;
  readonly seconds: SecondApprovals;
  readonly tasks: StaffTasks;
  /** A reviewer. */
  ana: Actor;

  private constructor(readonly database: TestDatabase) {
    const { source } = database;
    this.scene = new ReviewScene(source, this.clock);
    const { audit } = this.scene;
    this.claims = new Claims(source, audit, this.clock);
    const checks = { run: (review: Review) => this.check(review) } as unknown as ReviewChecks;
    const port = new DraftEdits();
    port.bind({ editOf: () => Promise.resolve(this.edits) });
    this.tasks = new StaffTasks(source, this.clock);
    const second = (settings: Record<string, string>): SecondApprovals =>
      new SecondApprovals(source, testEnvironment(settings), port, checks, audit, this.tasks, this.clock);
    this.seconds = second({});
    const strict = second({ SECOND_APPROVAL_FIRST: '2', SECOND_APPROVAL_PERCENT: '0' });
    this.reviews = new ReviewService(source, audit, checks, this.seconds, this.clock);
    this.strictly = new ReviewService(source, audit, checks, strict, this.clock);
    this.reset();
  }

  static async open(): Promise<DecisionsFixture> {
    const fixture = new DecisionsFixture(await createTestDatabase([...ENTITIES, Review, PageTick]));
    fixture.ana = await fixture.scene.staff('Ana');
    return fixture;
  }

  async close(): Promise<void> {
    await this.database.drop();
  }

  /** All is well with a draft that nobody changed. */
  reset(): void {
    this.level = 'green';
    this.edits = { changedShare: 0, editors: [] };
    this.afterChecks = () => Promise.resolve();
  }

  /** A review that Ana has claimed. */
  async claimed(): Promise<MadeReview> {
    const made = await this.scene.review();
    await this.claims.claim(made.reviewId, this.ana);
    await this.scene.noted(made, this.ana);
    return made;
  }

  async state({ reviewId }: MadeReview): Promise<Review> {
    return await this.database.source.manager.findOneByOrFail(Review, { id: reviewId });
  }

  async jobsFor({ orderId }: MadeReview): Promise<string[]> {
    return (await this.scene.jobs())
      .filter(({ payload }) => JSON.stringify(payload).includes(orderId))
      .map(({ name }) => name);
  }

  /** What the audit log tells of the review. */
  async actions({ reviewId }: MadeReview): Promise<string[]> {
    return (await this.scene.audit.about('review', reviewId)).map(({ action }) => action);
  }

  private async check({ blueprintId }: Review): Promise<{ sha256: string; results: CheckResult[] }> {
    const [file] = await this.database.source.query<{ pdf_sha256: string }[]>(
      'select pdf_sha256 from blueprints where id = $1',
      [blueprintId],
    );
    const results: CheckResult[] = [{ id: 'any', title: 'Any', level: this.level, found: this.level }];
    await this.afterChecks();
    return { sha256: file?.pdf_sha256 ?? '', results };
  }
}
