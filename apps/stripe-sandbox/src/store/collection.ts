/** Objects of one kind in the order they were made. */
export class Collection<T extends { readonly id: string }> {
  private readonly items = new Map<string, T>();

  get(id: string): T | undefined {
    return this.items.get(id);
  }

  /** For what must be there. @throws Error when it is not, which is a fault of the sandbox. */
  require(id: string): T {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`The sandbox lost ${id}.`);
    return item;
  }

  add(item: T): T {
    this.items.set(item.id, item);
    return item;
  }

  oldestFirst(): T[] {
    return [...this.items.values()];
  }

  newestFirst(): T[] {
    return this.oldestFirst().reverse();
  }

  remove(id: string): void {
    this.items.delete(id);
  }

  clear(): void {
    this.items.clear();
  }
}
