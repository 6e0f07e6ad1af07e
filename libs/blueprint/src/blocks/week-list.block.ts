import type { Block } from '../pdf/block.js';
import type { Sheet } from '../pdf/sheet.js';
import type { PlanWeek } from '../snapshot/blueprint-snapshot.js';
import { dayMonth } from '../snapshot/email-summary.js';
import { TYPE, type TextStyle } from '../text/text-style.js';
import type { SetText, Typesetter } from '../text/typeset.js';
import { hours } from '../copy/word-filters.js';
import { tickBox } from './list.block.js';

const STYLE: TextStyle = { ...TYPE.table, leading: 12 };
const DATE_WIDTH = 46;
const BOX = 14;

/** Weeks with their date and actions to tick; each a list item. */
export class WeekList implements Block {
  readonly gap = 0;
  readonly givesWay = 6;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly weeks: readonly PlanWeek[],
    private readonly maxLines = 3,
    private readonly between = 5,
  ) {}

  height(width: number): number {
    return this.weeks.reduce((sum, week) => sum + this.weekHeight(week, width), 0) - this.between;
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const list = writer.group(sheet.section, 'L');
    let top = y;
    for (const week of this.weeks) {
      const item = writer.group(list, 'LI');
      const label = sheet.set(`Week ${week.week}`, { ...STYLE, face: 'sansBold' }, DATE_WIDTH);
      const date = sheet.set(short(week.from), { ...TYPE.source, leading: 12 }, DATE_WIDTH, { maxLines: 1 });
      const at = top;
      writer.tagged(item, 'Lbl', () => {
        writer.text(label, x, at);
        writer.text(date, x, at + 12);
      });
      const body = writer.group(item, 'LBody');
      for (const set of this.sets(week, width)) {
        const place = top;
        writer.tagged(body, 'P', () => {
          tickBox(sheet, x + DATE_WIDTH, place + 2);
          writer.text(set, x + DATE_WIDTH + BOX, place);
        });
        top += set.height + 1.5;
      }
      top = Math.max(top, at + 24) + this.between;
    }
  }

  shorter(): Block | null {
    if (this.between > 3) return new WeekList(this.typesetter, this.weeks, this.maxLines, this.between - 1);
    return this.maxLines > 1
      ? new WeekList(this.typesetter, this.weeks, this.maxLines - 1, this.between)
      : null;
  }

  private weekHeight(week: PlanWeek, width: number): number {
    return (
      Math.max(
        24,
        this.sets(week, width).reduce((sum, set) => sum + set.height + 1.5, 0),
      ) + this.between
    );
  }

  private sets(week: PlanWeek, width: number): SetText[] {
    return week.actions.map((action) =>
      this.typesetter.set(`${action.text} (${hours(action.hours)} h)`, STYLE, width - DATE_WIDTH - BOX, {
        maxLines: this.maxLines,
      }),
    );
  }
}

/** "30 Nov". */
const short = (date: string): string => dayMonth(date).replace(/^(\d+ \p{L}{3})\p{L}*$/u, '$1');
