import { FakeClock } from '@app/testing';
import type { LiveFigures, LiveQuestion, LiveSource } from './live-market.js';
import { KEEPING, RememberingMarket } from './remembering-market.js';

/** A source that is read by hand: whole readings, or what the test sets. */
class Source implements LiveSource {
  asked = 0;
  up = true;
  broken = false;
  part: Partial<LiveFigures> = {};
  constructor(private readonly clock: FakeClock) {}
  forOccupation({ titles }: LiveQuestion): Promise<LiveFigures | null> {
    this.asked += 1;
    if (this.broken) return Promise.reject(new Error('broken'));
    const figures: LiveFigures = {
      vacancies: this.asked,
      meanPay: null,
      payHistogram: [],
      topCompanies: [],
      trend: [],
      searchedFor: titles[0] ?? '',
      area: 'the UK',
      source: 'test',
      readAt: this.clock.now(),
      ...this.part,
    };
    return Promise.resolve(this.up ? figures : null);
  }
}

function setUp() {
  const clock = new FakeClock();
  const source = new Source(clock);
  const market = new RememberingMarket(source, clock);
  const ask = (title = 'nurse', region?: string) => market.forOccupation({ titles: [title], region });
  /** What a page shows, and then whatever it set off has come in. */
  const show = async (title = 'nurse') => {
    const shown = market.latest({ titles: [title] });
    await new Promise(setImmediate);
    return shown;
  };
  return { clock, source, ask, show };
}

describe('a reading', () => {
  it('is kept for three days and then read anew', async () => {
    const { clock, source, ask } = setUp();
    expect((await ask())?.vacancies).toBe(1);
    clock.advance(KEEPING.wholeMs - 1);
    expect((await ask(' Nurse '))?.vacancies).toBe(1);
    clock.advance(1);
    expect((await ask())?.vacancies).toBe(2);
    expect(source.asked).toBe(2);
  });

  it('is of its title and region', async () => {
    const { source, ask } = setUp();
    await Promise.all([ask('nurse'), ask('cook'), ask('nurse', 'London'), ask('nurse', 'E12000007')]);
    expect(source.asked).toBe(3);
  });

  it('is read once however many wait for it', async () => {
    const { source, ask } = setUp();
    const seen = await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(source.asked).toBe(1);
    expect(new Set(seen).size).toBe(1);
  });

  it('with a part missing is kept for an hour only', async () => {
    const { clock, source, ask } = setUp();
    source.part = { trend: null };
    await ask();
    clock.advance(KEEPING.partMs);
    await ask();
    expect(source.asked).toBe(2);
  });

  it('outlasts a failing source with its own date, for a week', async () => {
    const { clock, source, ask } = setUp();
    const first = await ask();
    source.up = false;
    clock.advance(KEEPING.wholeMs);
    expect(await ask()).toEqual(first);
    clock.advance(KEEPING.oldestMs);
    expect(await ask()).toBeNull();
    source.up = true;
    clock.advance(KEEPING.noneMs);
    expect(await ask()).not.toBeNull();
  });

  it('that failed is not asked for again at once', async () => {
    const { clock, source, ask } = setUp();
    source.up = false;
    await ask();
    await ask();
    expect(source.asked).toBe(1);
    clock.advance(KEEPING.noneMs);
    await ask();
    expect(source.asked).toBe(2);
  });

  it('is let go when there are too many, the oldest first', async () => {
    const { source, ask } = setUp();
    for (let number = 0; number <= KEEPING.entries; number += 1) await ask(`title ${number}`);
    await ask('title 1');
    expect(source.asked).toBe(KEEPING.entries + 1);
    await ask('title 0');
    expect(source.asked).toBe(KEEPING.entries + 2);
  });
});

describe('a page', () => {
  it('shows what is there without waiting, and the next one shows what came in', async () => {
    const { source, show } = setUp();
    expect(await show()).toBeNull();
    expect((await show())?.vacancies).toBe(1);
    expect(source.asked).toBe(1);
  });

  it('shows an older reading while a new one is fetched, and for a week at most', async () => {
    const { clock, source, show } = setUp();
    await show();
    clock.advance(KEEPING.wholeMs);
    expect((await show())?.vacancies).toBe(1);
    expect((await show())?.vacancies).toBe(2);
    source.up = false;
    clock.advance(KEEPING.oldestMs);
    expect(await show()).toBeNull();
  });

  it('causes one reading at a time: the others are fetched by the next pages', async () => {
    const { source, show } = setUp();
    await Promise.all(['a', 'b', 'c'].map(show));
    expect(source.asked).toBe(1);
    await Promise.all(['a', 'b', 'c'].map(show));
    expect(source.asked).toBe(2);
    expect((await show('b'))?.searchedFor).toBe('b');
  });

  it('outlives a source that throws', async () => {
    const { source, show } = setUp();
    source.broken = true;
    expect(await show()).toBeNull();
    source.broken = false;
    await show();
    expect(await show()).not.toBeNull();
  });
});
