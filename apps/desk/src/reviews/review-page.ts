import { Inject, Injectable } from '@nestjs/common';
import { Questions } from '@app/assessment';
import { BlueprintService } from '@app/blueprint';
import { type View, view } from '@app/http';
import { CLOCK, type Clock, sha256 } from '@app/kernel';
import { type BlueprintVersion, ReviewFolder } from '@app/desk-reading';
import { CORRECTION_ABOUT, Corrections, OrderBlockers } from '@app/orders';
import { moneyWords, OrderMoney } from '@app/payments';
import {
  keptFor,
  NOTE_LONGEST,
  PageTicks,
  ReadSentences,
  relativeWords,
  type Review,
  shortDayTime,
  signaturesOf,
  worstOf,
} from '@app/review';
import { StaffService } from '@app/staff';
import type { Caller } from '../access/signed-in-request.js';
import { blockerRows } from '../orders/blocker-rows.js';
import { answerRows } from './answer-rows.js';
import { checkRows, checksBeside } from './check-rows.js';
import { changedRows, droppedRows } from './changed-rows.js';
import { choiceWords, offeredNote } from './workbench/choice-words.js';
import { secondRow } from './second-row.js';
import { type VersionRow, versionRows } from '../version-rows.js';
import { pageSources } from './workbench/page-sources.js';
import { readingRow } from './workbench/reading-row.js';
import { staffName } from '../staff-name.js';

/** What a refused form left behind, to be shown above the page with the words kept. */
export interface Refusal {
  readonly message: string;
  readonly status: number;
  readonly field?: string;
  readonly kept?: Readonly<Record<string, string>>;
}

/** Puts together the one page on which a draft is judged. */
@Injectable()
export class ReviewPage {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly staff: StaffService,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly questions: Questions,
    private readonly blockers: OrderBlockers,
    private readonly money: OrderMoney,
    private readonly blueprints: BlueprintService,
    private readonly ticks: PageTicks,
    private readonly read: ReadSentences,
    private readonly corrections: Corrections,
  ) {}

  async of(
    review: Review,
    caller: Caller,
    { done = '', refusal, page: at = 1 }: { done?: string; refusal?: Refusal; page?: number } = {},
  ): Promise<View> {
    const { order, versions } = await this.folder.order(review.orderId);
    const completed = await this.folder.answers(order);
    const names = await this.staff.names();
    const file = versions.find(({ id }) => id === review.blueprintId);
    const mine = review.claimedBy === caller.staffId;
    const level = worstOf(review.checks);
    const second = secondRow(review, caller, names, await this.staff.active());
    const decides = caller.permissions.has('reviews.decide');
    return view(
      'desk/review',
      {
        review: { id: review.id, state: review.state, reason: review.reason ?? '' },
        order: {
          id: order.id,
          reference: order.reference,
          name: order.customerName,
          occupation: order.occupationTitle,
          state: order.state,
        },
        money: moneyWords(await this.money.of(order)).short,
        due: shortDayTime(review.promiseAt),
        due_in: relativeWords(review.promiseAt, this.clock.now()),
        overdue: review.promiseAt <= this.clock.now(),
        file: file ? { ...file, kilobytes: Math.ceil((file.bytes ?? 0) / 1024) } : null,
        ...historyOf(review, versions, versionRows(versions, names)),
        instructions: review.instructions.map((one) => ({
          ...one,
          by: staffName(names, one.by),
          mine: one.by === caller.staffId,
        })),
        ...checkRows(review.checks),
        level: review.checks.length === 0 ? 'none' : level,
        reds: review.checks.filter((check) => check.level === 'red').length,
        ambers: review.checks.filter((check) => check.level === 'amber').length,
        answers: completed ? answerRows(this.questions, completed) : null,
        holder: staffName(names, review.claimedBy),
        kept_for: staffName(names, keptFor(review, this.clock.now())),
        decider: staffName(names, review.decidedBy),
        decided_at: review.decidedAt ? shortDayTime(review.decidedAt) : '',
        mine,
        correction: await this.correction(review),
        second,
        ...(await this.paper(review, caller, names, file?.pages ?? 0, at)),
        blockers: blockerRows(await this.blockers.current(order.id), names),
        can_act: caller.permissions.has('orders.act'),
        can_pause: order.state === 'paid',
        can_decide: decides,
        can_tick: second?.can === true || (decides && mine && review.state === 'claimed'),
        can_release: review.state === 'claimed' && (mine || caller.permissions.has('reviews.release_any')),
        done,
        error: refusal?.message ?? '',
        error_field: refusal?.field ?? '',
        kept: { ...EMPTY, ...refusal?.kept },
        noted: review.noteBy !== null && review.noteBy === caller.staffId,
        waiting: review.edits !== null,
        signatures: signaturesOf(names.get(caller.staffId) ?? ''),
        note_longest: NOTE_LONGEST,
      },
      refusal ? { status: refusal.status } : {},
    );
  }

  /** What this version has to put right; null for one that answers no correction. */
  private async correction({ blueprintId }: Review): Promise<object | null> {
    const id = (await this.blueprints.byId(blueprintId))?.correctionId ?? null;
    const asked = id === null ? null : await this.corrections.byId(id);
    return (
      asked && {
        about: CORRECTION_ABOUT[asked.about],
        words: asked.words ?? 'Erased.',
        answer: asked.answer ?? '',
      }
    );
  }

  /** One page of the draft and what it was made from; nothing while there is no file. */
  private async paper(
    review: Review,
    caller: Caller,
    names: ReadonlyMap<string, string>,
    pages: number,
    at: number,
  ): Promise<object> {
    if (pages === 0)
      return {
        note: null,
        offered: '',
        choice: null,
        changed: [],
        dropped: [],
        page: 0,
        pages: [],
        sources: [],
        reading: null,
        seen: 0,
        ticked: false,
        ...checksBeside(review.checks, 0),
      };
    const page = Math.min(at, pages);
    const { pdf, snapshot } = await this.blueprints.file(review.blueprintId);
    const ticked = await this.ticks.of(review.id, caller.staffId, sha256(pdf));
    return {
      note: snapshot.note ?? null,
      offered: offeredNote(snapshot),
      choice: choiceWords(snapshot),
      changed: changedRows(snapshot),
      dropped: droppedRows(snapshot),
      page,
      pages: Array.from({ length: pages }, (_, index) => ({
        number: index + 1,
        ticked: ticked.includes(index + 1),
        first: review.firstPages.includes(index + 1),
        current: index + 1 === page,
        level: worstOf(review.checks.filter((check) => check.pages?.includes(index + 1))),
      })),
      ...checksBeside(review.checks, page),
      sources: pageSources(snapshot, page),
      reading: readingRow(
        await this.read.on(page, snapshot, {
          staffId: caller.staffId,
          reviewId: review.id,
          alone: review.state === 'second',
          ticked: ticked.includes(page),
        }),
        names,
      ),
      seen: ticked.length,
      ticked: ticked.includes(page),
    };
  }
}

/** Fields of the forms on the page, as nobody has filled them in yet. */
const EMPTY = {
  reason: '',
  return_reason: '',
  hold_reason: '',
  note: '',
  signature: '',
  instruction: '',
  anew_reason: '',
};

/** Earlier versions, with the first draft of this review, and what the last returned one was returned for. */
function historyOf(
  { id, blueprintId }: Review,
  versions: readonly BlueprintVersion[],
  rows: readonly VersionRow[],
): object {
  const now = versions.find((version) => version.id === blueprintId)?.version ?? 0;
  const made = versions.filter(({ madeIn }) => madeIn === id).map(({ version }) => version);
  const first = made.length > 0 ? Math.min(...made) - 1 : now;
  const returned = versions.find(({ version, reviewState }) => version < now && reviewState === 'returned');
  return {
    history: rows.filter(({ version }) => version <= now),
    first_version: first,
    returned: returned
      ? {
          version: returned.version,
          reason: returned.reason ?? '',
          asked: rows.find(({ id: one }) => one === returned.id)?.asked ?? [],
        }
      : null,
  };
}
