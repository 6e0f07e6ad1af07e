import { type CaseFile, caseFiles, lettersOf } from './case-file.js';
import type { Customer } from './customers.js';
import { pageFaults } from './pages.js';
import { DAILY, ending } from './rules.js';
import type { World } from './world.js';

const DAY = 86_400_000;
/** What failed for good may wait so long for a person, in milliseconds: over the longest row of free days. */
const FAILED_JOB = 5 * DAY;

/** What needs no person may take so long, in milliseconds; a worker is away for most of a day here. */
const STUCK = 2 * DAY;

/** A task may stay open so long after it was due, in milliseconds: over the longest time without reviewers here, and over what a bank takes. */
const SEEN_TO = 10 * DAY;

/** Something that must not be. */
export interface Finding {
  readonly day: string;
  readonly rule: string;
  readonly words: string;
}

/** Reads the emails, the pages and Stripe's books, and says what was promised and not kept. */
export class Auditor {
  readonly findings: Finding[] = [];

  constructor(
    private readonly world: World,
    private readonly customers: readonly Customer[],
  ) {}

  /** After each day. */
  async day(): Promise<void> {
    const files = await caseFiles(this.world);
    for (const file of files)
      for (const [rule, holds] of Object.entries(DAILY)) this.say(rule, file, holds(file, this.world));
    await this.stuckJobs();
    await this.stuckWork();
    await this.takenEmails();
    this.strangers(files);
  }

  async end(): Promise<void> {
    await this.day();
    for (const file of await caseFiles(this.world)) {
      this.say('every paid order comes to an end', file, ending(file, this.world));
      this.say('the page says what is so', file, await pageFaults(file, this.world));
    }
  }

  counts(): Record<string, number> {
    const kinds = lettersOf(this.world).map(({ kind }) => kind);
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    return {
      customers: this.customers.length,
      confirmed: count('confirmation'),
      delivered: count('blueprint'),
      late: count('late'),
      cancelled: count('cancelled'),
      refunded: count('refunded'),
      emails: this.world.emails.length,
    };
  }

  /** Something that the world itself ran into. */
  broke(error: unknown): void {
    const words = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
    this.findings.push({ day: this.today(), rule: 'nothing breaks', words: words.slice(0, 1_500) });
  }

  private say(rule: string, { reference }: CaseFile, broken: readonly string[]): void {
    for (const words of broken)
      this.findings.push({ day: this.today(), rule, words: `${reference}: ${words}` });
  }

  private today(): string {
    return new Date(this.world.now).toISOString().slice(0, 10);
  }

  /** A job that failed for good and that nobody can have seen to. */
  private async stuckJobs(): Promise<void> {
    const stuck = await this.world.query<{ name: string; error: string }>(
      `select t.identifier as name, j.last_error as error from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where (j.attempts >= j.max_attempts or j.locked_at is not null) and j.run_at < $1`,
      [new Date(this.world.now - FAILED_JOB)],
    );
    for (const { name, error } of stuck)
      this.findings.push({ day: this.today(), rule: 'no work is stuck', words: `${name}: ${error}` });
  }

  /** What waits for nobody and does not go on. */
  private async stuckWork(): Promise<void> {
    const before = new Date(this.world.now - STUCK);
    const stuck = await this.world.query<{ what: string }>(
      `select 'a claim that nobody works on: ' || state as what from reviews where state = 'claimed' and claim_active_at < $1
       union all select 'an unpaid order: ' || reference from orders where state = 'awaiting_payment' and expires_at < $1
       union all select 'an event: ' || type from stripe_events where handled_at is null and received_at < $1
       union all select 'an email: ' || kind from deliveries d where state in ('queued', 'sending') and send_after < $1
         and not exists (select 1 from order_blockers b where b.order_id = d.order_id and b.ended_at is null)
       union all select 'a task that nobody has seen to: ' || kind from staff_tasks where closed_at is null and due_at < $2`,
      [before, new Date(this.world.now - SEEN_TO)],
    );
    for (const { what } of stuck)
      this.findings.push({ day: this.today(), rule: 'no work is stuck', words: what });
  }

  /** What pages and staff are told went out is with the mail server. */
  private async takenEmails(): Promise<void> {
    const told = await this.world.query<{ kind: string; messageId: string }>(
      `select kind, message_id as "messageId" from deliveries where state = 'accepted'`,
    );
    const ids = this.world.emails.map(({ mail }) => mail.messageId ?? '');
    for (const { kind, messageId } of told)
      if (!ids.some((id) => id.includes(messageId)))
        this.findings.push({
          day: this.today(),
          rule: 'an email that counts as taken was taken',
          words: `${kind}: ${messageId}`,
        });
  }

  /** Nobody who did not pay is told that they did. */
  private strangers(files: readonly CaseFile[]): void {
    const paid = new Set(files.map(({ reference }) => reference));
    for (const { reference, kind } of lettersOf(this.world))
      if (['confirmation', 'blueprint', 'refunded'].includes(kind) && !paid.has(reference))
        this.findings.push({
          day: this.today(),
          rule: 'nothing for nothing',
          words: `${reference}: ${kind}`,
        });
  }
}
