import { type Block, List, type ListOptions, type Part, type Sheet, type Typesetter } from '@app/typeset';

/** A list of facts, the most needed first: when a page is too full the last ones go, and none is cut in the middle. */
export class FactsList implements Block {
  private readonly list: List;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly facts: readonly string[],
    /** Facts that stay as long as the list does. */
    private readonly fewest: number,
    private readonly options: ListOptions = {},
  ) {
    this.list = new List(typesetter, facts, { ...options, whole: true });
  }

  get gap(): number {
    return this.list.gap;
  }

  get givesWay(): number {
    return this.list.givesWay;
  }

  get optional(): boolean {
    return this.list.optional;
  }

  height(width: number): number {
    return this.list.height(width);
  }

  parts(): readonly Part[] {
    return this.list.parts();
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    this.list.draw(sheet, x, y, width);
  }

  shorter(): Block | null {
    return this.facts.length > this.fewest
      ? new FactsList(this.typesetter, this.facts.slice(0, -1), this.fewest, this.options)
      : null;
  }
}
