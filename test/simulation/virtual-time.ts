const RealDate = globalThis.Date;

/** The time of a simulated world, in milliseconds since 1970. While it is installed, every `Date` of this process tells it; timers stay real. */
export class VirtualTime {
  constructor(private ms: number) {}

  get now(): number {
    return this.ms;
  }

  /** Never backwards. */
  moveTo(ms: number): void {
    this.ms = Math.max(this.ms, ms);
  }

  /** @returns takes it out again. */
  install(): () => void {
    const now = (): number => this.ms;
    // A proxy, and no class of its own: what was made before is still an instance of `Date`.
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, values: [], self: new () => unknown) =>
        Reflect.construct(
          target,
          values.length === 0 ? [now()] : values,
          self === Date ? target : self,
        ) as Date,
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    });
    return () => {
      globalThis.Date = RealDate;
    };
  }
}

/** Milliseconds of real time, whatever `Date` says. */
export const realNow = (): number => performance.now();
