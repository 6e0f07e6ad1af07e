import { hours } from '../copy/word-filters.js';
import {
  type Block,
  type Part,
  type SetText,
  type Sheet,
  type TextStyle,
  tickBox,
  TYPE,
  type Typesetter,
} from '@app/typeset';
import type { PlanAction, PlanWeek } from '../snapshot/blueprint-snapshot.js';
import { dayMonth } from '../drafting/email-summary.js';

const STYLE: TextStyle = { ...TYPE.table, leading: 11.5 };
const BOX = 14;
/** Widths of the three columns as shares: week, what to do, what to learn. */
const SHARES = [0.115, 0.575, 0.31] as const;
const HEADS = ['Week', 'Do', 'Learn (step, page 12)'] as const;
const REST = 'Rest: holidays.';

interface Options {
  readonly padding?: number;
  /** Most lines of an action, and of a learning step, which page 12 has in full. */
  readonly maxLines?: number;
  readonly learnLines?: number;
}

/** The weeks as a table: date, what to do, what to learn, each with a box to tick. */
export class WeekTable implements Block {
  readonly gap = 9;
  /** The plan is what people use: charts and notes give way before it. */
  readonly givesWay = 0;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly weeks: readonly PlanWeek[],
    private readonly options: Options = {},
  ) {}

  private get padding(): number {
    return this.options.padding ?? 3;
  }

  get canGrow(): number {
    return Math.max(0, 5 - this.padding) * 2 * this.weeks.length;
  }

  grown(by: number): Block {
    return this.with({ padding: this.padding + by / this.weeks.length / 2 });
  }

  height(width: number): number {
    return this.weeks.reduce((sum, week) => sum + this.rowHeight(week, width), this.headHeight);
  }

  shorter(): Block | null {
    if (this.padding > 1.5) return this.with({ padding: this.padding - 0.5 });
    const { maxLines = 3, learnLines = 2 } = this.options;
    if (learnLines > 1) return this.with({ learnLines: 1 });
    return maxLines > 1 ? this.with({ maxLines: maxLines - 1 }) : null;
  }

  parts(): readonly Part[] {
    const of = (week: PlanWeek, learning: boolean): string =>
      week.actions
        .filter(({ kind }) => (kind === 'learn') === learning)
        .map(words)
        .join('; ');
    return [
      {
        kind: 'table',
        head: HEADS,
        rows: this.weeks.map((week) => [
          `**${week.week}** · ${dayMonth(week.from)}`,
          week.rest ? REST : of(week, false),
          of(week, true),
        ]),
      },
    ];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const table = writer.group(sheet.section, 'Table');
    const head = writer.group(table, 'TR');
    HEADS.forEach((words, index) => {
      const set = sheet.set(words, TYPE.tableHead, width);
      writer.tagged(head, 'TH', () => writer.text(set, x + this.left(index, width), y), { scope: 'Column' });
    });
    let top = y + this.headHeight;
    writer.artifact(() => writer.rule(x, top, width, 'ink', 0.9));
    this.weeks.forEach((week, number) => {
      const row = writer.group(table, 'TR');
      const at = top + this.padding;
      const label = sheet.set(`**${week.week}** · ${short(week.from)}`, STYLE, this.room(0, width), {
        maxLines: 1,
      });
      writer.tagged(row, 'TH', () => writer.text(label, x, at), { scope: 'Row' });
      if (week.rest) {
        const rest = sheet.set(REST, STYLE, this.room(1, width), { maxLines: 1 });
        writer.tagged(row, 'TD', () => writer.text(rest, x + this.left(1, width) + BOX, at));
        writer.tagged(row, 'TD', () => undefined);
      }
      for (const index of week.rest ? [] : ([1, 2] as const)) {
        writer.tagged(row, 'TD', () =>
          this.drawActions(sheet, this.sets(week, index, width), x + this.left(index, width), at),
        );
      }
      top += this.rowHeight(week, width);
      const line = top;
      if (number < this.weeks.length - 1) writer.artifact(() => writer.rule(x, line, width));
    });
  }

  private drawActions(sheet: Sheet, sets: readonly SetText[], x: number, y: number): void {
    let top = y;
    for (const set of sets) {
      tickBox(sheet, x, top + 2);
      sheet.writer.text(set, x + BOX, top);
      top += set.height;
    }
  }

  private with(options: Options): WeekTable {
    return new WeekTable(this.typesetter, this.weeks, { ...this.options, ...options });
  }

  private get headHeight(): number {
    return TYPE.tableHead.leading + 3;
  }

  private rowHeight(week: PlanWeek, width: number): number {
    const tall = ([1, 2] as const).map((index) =>
      this.sets(week, index, width).reduce((sum, { height }) => sum + height, 0),
    );
    return Math.max(STYLE.leading, ...tall) + 2 * this.padding;
  }

  private sets(week: PlanWeek, column: 1 | 2, width: number): SetText[] {
    const maxLines = column === 2 ? (this.options.learnLines ?? 2) : (this.options.maxLines ?? 3);
    return week.actions
      .filter(({ kind }) => (kind === 'learn') === (column === 2))
      .map((action) =>
        this.typesetter.set(words(action), STYLE, this.room(column, width) - BOX, { maxLines }),
      );
  }

  private left(index: number, width: number): number {
    return SHARES.slice(0, index).reduce((sum, share) => sum + share, 0) * width;
  }

  private room(index: number, width: number): number {
    return (SHARES[index] ?? 0) * width - 8;
  }
}

const words = (action: PlanAction): string => `${action.text.replace(/\.$/, '')} (${hours(action.hours)} h)`;

/** "30 Nov". */
const short = (date: string): string => dayMonth(date).replace(/^(\d+ \p{L}{3})\p{L}*$/u, '$1');
