import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';
import type { LearningStep } from '../snapshot/blueprint-snapshot.js';

/** What we say about learning one O*NET element, or any element of a kind. */
export interface LearningEntry {
  readonly why: string;
  /** The name where room is short: "Managing supplies". */
  readonly short?: string;
  /** Three steps of rising effort. */
  readonly steps: readonly LearningStep[];
  readonly proof: string;
  readonly providers: string;
  /** Month in which an editor last checked it, `YYYY-MM`. */
  readonly checked: string;
}

/** Learning content by element name, with a stated fallback by kind. Our own words; hours are editors' estimates. */
export class LearningLibrary {
  private constructor(
    private readonly byName: ReadonlyMap<string, LearningEntry>,
    private readonly byKind: Readonly<Record<'skill' | 'knowledge', LearningEntry>>,
  ) {}

  /** @throws AssetError naming the file and the entry that is wrong. */
  static load(folder: string): LearningLibrary {
    const entries = new Map<string, LearningEntry>();
    let names: string[];
    try {
      names = readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort();
    } catch {
      throw new AssetError(folder, 'the folder of learning content is missing');
    }
    for (const name of names) {
      const file = join(folder, name);
      const content: unknown = parse(readFileSync(file, 'utf8'));
      if (content === null || typeof content !== 'object')
        throw new AssetError(file, 'is not a list of entries by name');
      for (const [element, entry] of Object.entries(content)) {
        if (entries.has(element)) throw new AssetError(file, `"${element}" is written twice`);
        entries.set(element, checked(entry, file, element));
      }
    }
    const skill = entries.get('any skill');
    const knowledge = entries.get('any knowledge');
    if (!skill || !knowledge)
      throw new AssetError(folder, 'the fallbacks "any skill" and "any knowledge" are missing');
    return new LearningLibrary(entries, { skill, knowledge });
  }

  get size(): number {
    return this.byName.size - 2;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  entry(name: string, kind: 'skill' | 'knowledge'): { entry: LearningEntry; specific: boolean } {
    const entry = this.byName.get(name);
    return entry ? { entry, specific: true } : { entry: this.byKind[kind], specific: false };
  }
}

function checked(value: unknown, file: string, element: string): LearningEntry {
  const entry = value as Partial<LearningEntry> | null;
  const fail = (problem: string): never => {
    throw new AssetError(file, `"${element}" ${problem}`);
  };
  if (!entry || typeof entry !== 'object') return fail('is not an entry');
  for (const key of ['why', 'proof', 'providers', 'checked'] as const) {
    if (typeof entry[key] !== 'string' || entry[key].trim() === '') fail(`has no ${key}`);
  }
  if (entry.short !== undefined && (typeof entry.short !== 'string' || entry.short.length > 24))
    fail('has a short name of more than 24 letters');
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(entry.checked ?? '')) fail('needs checked: YYYY-MM');
  const steps: readonly Partial<LearningStep>[] = Array.isArray(entry.steps) ? entry.steps : [];
  if (steps.length !== 3) fail('needs three steps');
  for (const step of steps) {
    if (
      typeof step.do !== 'string' ||
      !((step.hours ?? 0) > 0) ||
      !['free', 'funded', 'paid'].includes(step.cost ?? '')
    )
      fail('has a step without do, hours or cost');
  }
  if (steps.some((step, index) => index > 0 && (step.hours ?? 0) < (steps[index - 1]?.hours ?? 0)))
    fail('has steps that do not rise in effort');
  return entry as LearningEntry;
}
