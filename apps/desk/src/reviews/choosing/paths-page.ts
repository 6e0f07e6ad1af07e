import { Injectable } from '@nestjs/common';
import { BlueprintService } from '@app/blueprint';
import { type View, view } from '@app/http';
import { ReviewFolder } from '@app/desk-reading';
import { PathChoosing, REASON_LONGEST, type Review } from '@app/review';
import type { Caller } from '../../access/signed-in-request.js';
import { limitRows } from '../limit-rows.js';
import { type CandidateRow, candidateRows } from './candidate-rows.js';
import type { ChoiceForm } from './choice.form.js';

/** What a refused choice left behind. */
export interface ChoiceRefusal {
  readonly message: string;
  readonly status: number;
  readonly typed: ChoiceForm;
}

/** Candidates in the open table; the rest are a click away. */
const SHOWN = 12;
const MOST = 40;

/** The ranked candidates of a draft, and the form that chooses among them. */
@Injectable()
export class PathsPage {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly choosing: PathChoosing,
    private readonly blueprints: BlueprintService,
  ) {}

  async of(review: Review, caller: Caller, refusal?: ChoiceRefusal): Promise<View> {
    const { order } = await this.folder.order(review.orderId);
    const { now, candidates } = await this.choosing.choices(review);
    const { snapshot } = await this.blueprints.file(review.blueprintId);
    const rows = candidateRows(candidates, now.paths);
    const within = rows.filter(({ place }) => place > 0);
    const beyond = rows.filter(({ place }) => place === 0);
    const typed: Omit<ChoiceForm, never> = refusal?.typed ?? {
      recommended: now.recommended,
      first: now.paths[0] ?? '',
      second: now.paths[1] ?? '',
      third: now.paths[2] ?? '',
      reason: snapshot.choice?.reason ?? '',
      in_spite: snapshot.choice?.inSpite ?? '',
    };
    return view(
      'desk/paths',
      {
        review: { id: review.id },
        order: { reference: order.reference, name: order.customerName },
        limits: limitRows(snapshot),
        places: [
          { name: 'first', label: 'First path, page 9', chosen: typed.first, may_be_empty: false },
          {
            name: 'second',
            label: 'Second path, page 10',
            chosen: typed.second,
            may_be_empty: now.paths.length < 2,
          },
          {
            name: 'third',
            label: 'Third path, page 11',
            chosen: typed.third,
            may_be_empty: now.paths.length < 3,
          },
        ],
        typed,
        // What the draft has stays choosable even if the ranking of today has it no more.
        within: [...within, ...gone(now.paths, snapshot.paths, rows)],
        beyond,
        shown: within.slice(0, SHOWN),
        more: within.slice(SHOWN, MOST),
        left_out: beyond.slice(0, MOST),
        reason_longest: REASON_LONGEST,
        can_choose: review.state === 'claimed' && review.claimedBy === caller.staffId,
        error: refusal?.message ?? '',
      },
      refusal ? { status: refusal.status } : {},
    );
  }
}

const gone = (
  now: readonly string[],
  paths: readonly { slug: string; title: string }[],
  rows: readonly CandidateRow[],
): { slug: string; title: string }[] =>
  paths.filter(({ slug }) => now.includes(slug) && !rows.some((row) => row.slug === slug));
