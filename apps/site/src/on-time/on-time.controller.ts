import { Controller, Get } from '@nestjs/common';
import { PublicPage, type View, view } from '@app/http';
import { monthWords } from '@app/occupations';
import { DID, type Did, HELPED, type Helped, LEAST_ANSWERS, OnTimeRecord, Rechecks } from '@app/orders';

/** The public record of whether blueprints arrive when they were promised. */
@Controller('on-time')
export class OnTimeController {
  constructor(
    private readonly record: OnTimeRecord,
    private readonly rechecks: Rechecks,
  ) {}

  @Get()
  @PublicPage({ seconds: 900 })
  async page(): Promise<View> {
    const months = await this.record.months();
    const corrections = await this.record.corrections();
    const counted = await this.rechecks.counted();
    const sum = (of: (month: (typeof months)[number]) => number): number =>
      months.reduce((total, month) => total + of(month), 0);
    return view('site/on-time', {
      months: months.map(({ month, due, onTime }) => ({
        name: monthWords(month),
        due,
        onTime,
        percent: wholePercent(onTime, due),
      })),
      corrections,
      counted: counted && {
        answers: counted.answers,
        did: Object.entries(DID).map(([key, words]) => ({ words, count: counted.did[key as Did] })),
        helped: Object.entries(HELPED).map(([key, words]) => ({
          words,
          count: counted.helped[key as Helped],
        })),
      },
      least: LEAST_ANSWERS,
      due: sum(({ due }) => due),
      onTime: sum(({ onTime }) => onTime),
      meta: {
        description:
          'How many Career Pivot Blueprints were delivered inside the promised time, month by month.',
        indexable: true,
      },
    });
  }
}

/** Rounded down, so that "100%" is said only when nothing was late. */
const wholePercent = (part: number, whole: number): number => Math.floor((100 * part) / whole);
