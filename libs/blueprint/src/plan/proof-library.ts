import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';

/** What a form cannot know and an adviser would ask, with what either answer changes. */
export interface HeldQuestion {
  readonly ask: string;
  readonly if: string;
  readonly else: string;
}

/** A task that stands for an activity goes by its id, spelt for an address: `4-a-1-b-3`. */
const taskOf = (activity: string): string => activity.toLowerCase().replaceAll('.', '-');

/** Letters that a cell has room for. */
const LONGEST = 80;

/** What proves a task to somebody who was not there, by its activity; and the question a trade is asked. */
export class ProofLibrary {
  private constructor(
    private readonly shows: ReadonlyMap<string, string>,
    private readonly held: Readonly<Record<string, HeldQuestion>>,
  ) {}

  /** @throws AssetError naming the file and the entry that is wrong. */
  static load(file: string): ProofLibrary {
    let content: { shows?: Record<string, unknown>; held?: Record<string, Partial<HeldQuestion>> };
    try {
      content = parse(readFileSync(file, 'utf8')) as typeof content;
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
    const { shows = {}, held = {} } = content;
    const short = (words: unknown): boolean =>
      typeof words === 'string' && words !== '' && words.length <= LONGEST && !words.endsWith('.');
    for (const [activity, words] of Object.entries(shows))
      if (!short(words))
        throw new AssetError(file, `"${activity}" needs at most ${LONGEST} letters and no stop`);
    for (const [group, one] of Object.entries(held))
      if (![one.ask, one.if, one.else].every(short) || !/\?$/.test(one.ask ?? ''))
        throw new AssetError(file, `"${group}" needs a question and what either answer changes`);
    if (!held['']) throw new AssetError(file, 'the question for everybody is missing');
    const byTask = new Map(
      Object.entries(shows).map(([activity, words]) => [taskOf(activity), String(words)]),
    );
    return new ProofLibrary(byTask, held as Record<string, HeldQuestion>);
  }

  /** What to bring for an activity, or for the task that stands for one; undefined where nothing is written. */
  of(activityOrTask: string): string | undefined {
    return this.shows.get(taskOf(activityOrTask));
  }

  /** The question of a unit group, by the longest beginning of its code, or the one for everybody. */
  heldBy(unitGroup: string): HeldQuestion | undefined {
    return [4, 3, 2, 1, 0]
      .map((digits) => this.held[unitGroup.slice(0, digits)])
      .find((question) => question !== undefined);
  }
}
