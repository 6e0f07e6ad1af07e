import type { Clock } from '@app/kernel';

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  constructor(private time: Date = new Date('2026-11-24T10:00:00Z')) {}
  now(): Date {
    return new Date(this.time);
  }
  set(time: string | Date): void {
    this.time = new Date(time);
  }
  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}
