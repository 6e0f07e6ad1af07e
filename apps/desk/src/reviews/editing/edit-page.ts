import { Injectable } from '@nestjs/common';
import { BlueprintEditing, BlueprintService, type TextBlock } from '@app/blueprint';
import { type View, view } from '@app/http';
import { ReviewFolder } from '@app/desk-reading';
import { blockKey, DraftWriting, longest, partsOf, type Review, wordDiff } from '@app/review';
import { StaffService } from '@app/staff';
import { type VersionRow, versionRows } from '../../version-rows.js';
import type { Caller } from '../../access/signed-in-request.js';

/** What a refused edit left behind. */
export interface EditRefusal {
  readonly message: string;
  readonly status: number;
  readonly block: string;
  readonly text: string;
}

const KINDS: Readonly<Record<TextBlock['kind'], string>> = {
  headline: 'Headline',
  lede: 'Opening',
  words: 'Paragraph',
  item: 'Point',
  'so what': 'So what',
};

/** One page of a draft with its words in fields, beside the page as it would be. */
@Injectable()
export class EditPage {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly writing: DraftWriting,
    private readonly editing: BlueprintEditing,
    private readonly blueprints: BlueprintService,
    private readonly staff: StaffService,
  ) {}

  async of(
    review: Review,
    caller: Caller,
    { page, done = '', refusal }: { page: number; done?: string; refusal?: EditRefusal },
  ): Promise<View> {
    const { order, versions } = await this.folder.order(review.orderId);
    const draft = await this.writing.draft(review);
    const { snapshot: made } = await this.blueprints.file(review.blueprintId);
    const offered = this.editing.isOffered(draft);
    return view(
      'desk/edit',
      {
        review: { id: review.id },
        order: { reference: order.reference, name: order.customerName },
        page,
        pages: Array.from({ length: 15 }, (_, index) => ({
          number: index + 1,
          current: index + 1 === page,
          edited: (draft.edits ?? []).some((edit) => edit.page === index + 1),
        })),
        can_edit: offered && review.state === 'claimed' && review.claimedBy === caller.staffId,
        offered,
        blocks: offered ? this.editing.blocks(draft, page).map((block) => blockRow(block, refusal)) : [],
        waiting: review.edits === null ? 0 : changesBetween(made.edits, review.edits),
        edited_here: (draft.edits ?? []).some((edit) => edit.page === page),
        edited: (draft.edits ?? []).length,
        asked: askedOf(page, review, versionRows(versions, await this.staff.names())),
        done,
        error: refusal?.message ?? '',
      },
      refusal ? { status: refusal.status } : {},
    );
  }
}

function blockRow({ kind, draft, text }: TextBlock, refusal?: EditRefusal): object {
  const key = blockKey(draft);
  const mine = refusal?.block === key;
  return {
    key,
    kind: KINDS[kind],
    parts: partsOf(text),
    diff: text === draft ? [] : wordDiff(draft, text),
    draft,
    text: mine ? refusal.text : text,
    most: longest(draft),
    error: mine ? refusal.message : '',
    rows: Math.min(8, Math.ceil(text.length / 60) + 1),
    figures: [...new Set(partsOf(draft).flatMap(({ text: one, figure }) => (figure ? [one.trim()] : [])))],
  };
}

interface Edited {
  readonly page: number;
  readonly draft: string;
  readonly text: string;
}

/** How many blocks the next file would say otherwise than this one. */
function changesBetween(made: readonly Edited[] = [], waiting: readonly Edited[]): number {
  const key = ({ page, draft, text }: Edited): string => `${page}\0${draft}\0${text}`;
  const [before, after] = [new Set(made.map(key)), new Set(waiting.map(key))];
  const blocks = [...made, ...waiting].filter((edit) => before.has(key(edit)) !== after.has(key(edit)));
  return new Set(blocks.map(({ page, draft }) => `${page}\0${draft}`)).size;
}

/** What was asked of a page: of this draft's next version, and of the one that was returned last. */
function askedOf(page: number, { instructions }: Review, rows: readonly VersionRow[]): VersionRow['asked'] {
  const returned = rows.find(({ became }) => became === 'returned');
  const about = new Set([returned?.version, ...instructions.map(({ version }) => version)]);
  return rows
    .filter(({ version }) => about.has(version))
    .flatMap(({ asked }) => asked)
    .filter((one) => one.page === page);
}
