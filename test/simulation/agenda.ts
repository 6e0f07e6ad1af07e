/** Something that is going to happen. */
interface Planned {
  readonly at: number;
  readonly order: number;
  readonly what: string;
  readonly run: () => Promise<void>;
  readonly daily: boolean;
}

/** What is going to happen, and when; what is planned for the same moment happens in the order in which it was planned. */
export class Agenda {
  private planned: Planned[] = [];
  private count = 0;

  /** @param at milliseconds since 1970. @param daily it happens every day, whatever else does. */
  plan(at: number, what: string, run: () => Promise<void>, daily = false): void {
    this.planned.push({ at, order: (this.count += 1), what, run, daily });
    this.planned.sort((a, b) => a.at - b.at || a.order - b.order);
  }

  get nextAt(): number | undefined {
    return this.planned[0]?.at;
  }

  /** Whether what comes next happens every day. */
  get nextIsDaily(): boolean {
    return this.planned[0]?.daily === true;
  }

  /** Whether more is going to happen than what happens every day. */
  get more(): boolean {
    return this.planned.some(({ daily }) => !daily);
  }

  /** Takes what is due. */
  due(now: number): Planned | undefined {
    return this.planned[0] && this.planned[0].at <= now ? this.planned.shift() : undefined;
  }
}
