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

const STYLE: TextStyle = { ...TYPE.table, leading: 11 };
const BOX = 14;
/** Width of the column of weeks as a share: "12 · 15 Feb" stands whole. */
const WEEKS_SHARE = 0.125;
/** And of that of their hours, at the right. */
const HOURS_SHARE = 0.06;
const HEADS = ['Week', 'Do, and learn (lessons: page 12)', 'Hours'] as const;
const REST = 'Rest: holidays.';
/** Who looks for work and is paid a benefit has agreed to go on looking. */
const REST_OF_A_SEARCH = 'Rest: holidays; of “each week” only what a work coach holds you to.';

interface Options {
  readonly padding?: number;
  /** Most lines of an action. */
  readonly maxLines?: number;
}

/** One row: what every week holds, a week, or the weeks of rest that follow each other. */
interface Row {
  /** "**3** · 14 December"; as it is drawn, with a short month. */
  readonly label: string;
  readonly short: string;
  readonly actions: readonly PlanAction[];
  readonly rest: boolean;
  /** "4.5 h". */
  readonly hours: string;
}

function rowsOf(weeks: readonly PlanWeek[]): Row[] {
  const spans: { readonly first: PlanWeek; last: PlanWeek }[] = [];
  for (const week of weeks) {
    const before = spans.at(-1);
    if (week.rest && before?.last.rest) before.last = week;
    else spans.push({ first: week, last: week });
  }
  return [
    ...everyWeek(weeks),
    ...spans.map(({ first, last }): Row => {
      const number = `**${first.week}${last === first ? '' : `–${last.week}`}**`;
      return {
        label: `${number} · ${dayMonth(first.from)}`,
        short: `${number} · ${shortDay(first.from)}`,
        actions: first.actions.filter((action) => action.everyWeek !== true),
        rest: first.rest === true,
        hours: first.rest ? '–' : hoursOf(first.actions),
      };
    }),
  ];
}

/** What is done in every week stands once, with the fewest hours that a week has for it. */
function everyWeek(weeks: readonly PlanWeek[]): Row[] {
  const all = weeks.flatMap(({ actions }) => actions.filter((action) => action.everyWeek === true));
  const [least] = [...all].sort((a, b) => a.hours - b.hours);
  if (!least) return [];
  const label = '**Each week**';
  return [{ label, short: label, actions: [least], rest: false, hours: `${hoursOf([least])}+` }];
}

/** The weeks as a table: date, and what to do and to learn, each with a box to tick. */
export class WeekTable implements Block {
  readonly gap = 9;
  /** The plan is what people use: charts and notes give way before it. */
  readonly givesWay = 0;
  private readonly rows: readonly Row[];
  private readonly rest: string;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly weeks: readonly PlanWeek[],
    private readonly options: Options = {},
  ) {
    this.rows = rowsOf(weeks);
    this.rest = weeks.some(({ actions }) => actions.some((action) => action.everyWeek === true))
      ? REST_OF_A_SEARCH
      : REST;
  }

  private get padding(): number {
    return this.options.padding ?? 3;
  }

  get canGrow(): number {
    return Math.max(0, 5 - this.padding) * 2 * this.rows.length;
  }

  grown(by: number): Block {
    return this.with({ padding: this.padding + by / this.rows.length / 2 });
  }

  height(width: number): number {
    return this.rows.reduce((sum, row) => sum + this.rowHeight(row, width), this.headHeight);
  }

  shorter(): Block | null {
    if (this.padding > 1) return this.with({ padding: this.padding - 0.5 });
    const { maxLines = 3 } = this.options;
    return maxLines > 1 ? this.with({ maxLines: maxLines - 1 }) : null;
  }

  parts(): readonly Part[] {
    return [
      {
        kind: 'table',
        head: HEADS,
        rows: this.rows.map((row) => [
          row.label,
          row.rest ? this.rest : row.actions.map(words).join('; '),
          row.hours,
        ]),
      },
    ];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const table = writer.group(sheet.section, 'Table');
    const head = writer.group(table, 'TR');
    const left = WEEKS_SHARE * width;
    const right = x + (1 - HOURS_SHARE) * width;
    [x, x + left, right].forEach((at, index) => {
      const set = sheet.set(HEADS[index] ?? '', TYPE.tableHead, width);
      writer.tagged(head, 'TH', () => writer.text(set, at, y), { scope: 'Column' });
    });
    let top = y + this.headHeight;
    writer.artifact(() => writer.rule(x, top, width, 'ink', 0.9));
    this.rows.forEach((row, number) => {
      const line = writer.group(table, 'TR');
      const at = top + this.padding;
      const label = sheet.set(row.short, STYLE, left, { maxLines: 1 });
      writer.tagged(line, 'TH', () => writer.text(label, x, at), { scope: 'Row' });
      writer.tagged(line, 'TD', () => this.drawCell(sheet, row, x + left, at, width));
      const spent = sheet.set(row.hours, STYLE, HOURS_SHARE * width, { maxLines: 1 });
      writer.tagged(line, 'TD', () => writer.text(spent, right, at));
      top += this.rowHeight(row, width);
      const under = top;
      if (number < this.rows.length - 1) writer.artifact(() => writer.rule(x, under, width));
    });
  }

  private drawCell(sheet: Sheet, row: Row, x: number, y: number, width: number): void {
    if (row.rest) {
      sheet.writer.text(sheet.set(this.rest, STYLE, this.room(width), { maxLines: 1 }), x + BOX, y);
      return;
    }
    let top = y;
    for (const set of this.sets(row, width)) {
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

  private rowHeight(row: Row, width: number): number {
    const tall = this.sets(row, width).reduce((sum, { height }) => sum + height, 0);
    return Math.max(STYLE.leading, tall) + 2 * this.padding;
  }

  private sets(row: Row, width: number): SetText[] {
    const { maxLines = 3 } = this.options;
    return row.actions.map((action) =>
      this.typesetter.set(words(action), STYLE, this.room(width), { maxLines }),
    );
  }

  private room(width: number): number {
    return (1 - WEEKS_SHARE - HOURS_SHARE) * width - BOX;
  }
}

/** A lesson that goes on needs no more than its number; the calendar file has the hours of every step. */
const words = ({ kind, text }: PlanAction): string =>
  `${kind === 'learn' && !/^Lesson \d/.test(text) ? 'Learn: ' : ''}${text.replace(/^(Lesson \d): .*, continued$/, '$1, continued').replace(/\.$/, '')}`;

/** What the boxes of a week take together. */
const hoursOf = (actions: readonly PlanAction[]): string =>
  `${hours(actions.reduce((sum, { hours: spent }) => sum + spent, 0))}\u00a0h`;

/** "30 Nov". */
const shortDay = (date: string): string => dayMonth(date).replace(/^(\d+ \p{L}{3})\p{L}*$/u, '$1');
