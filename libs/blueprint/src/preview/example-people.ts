import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answers, Band } from '@app/assessment';
import { AssetError } from '@app/typeset';

/** Somebody made up, to look at a blueprint with. */
export interface ExamplePerson {
  /** Name of the file. */
  readonly id: string;
  readonly name: string;
  readonly answers: Answers;
}

/** One entry of the file: the shares of the week are written by task, the rest as the assessment keeps it. */
interface Entry {
  readonly name?: string;
  readonly occupation?: string;
  readonly family?: Answers['familyId'];
  readonly week?: Readonly<Record<string, number>>;
  readonly bands?: Readonly<Record<string, Band>>;
  readonly ticks?: readonly string[];
  /** Tasks in the person's own words, with their percent of the week. */
  readonly own?: Readonly<Record<string, number>>;
  readonly answers?: Answers;
}

/** Writing and filing: what an example's own task is taken for. */
const OWN_TASK_ACTIVITY = '4.A.2.a.4';

/** @throws AssetError naming the file and the entry that is wrong. */
export function loadExamplePeople(file: string): ExamplePerson[] {
  let entries: Record<string, Entry | null>;
  try {
    entries = parse(readFileSync(file, 'utf8')) as typeof entries;
  } catch (error) {
    throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
  }
  return Object.entries(entries).map(([id, entry]) => {
    if (typeof entry?.name !== 'string' || !(entry.occupation ?? entry.family))
      throw new AssetError(file, `"${id}" needs a name, and an occupation or a family`);
    return { id, name: entry.name, answers: answersOf(entry) };
  });
}

function answersOf({ occupation, family, week, bands, ticks, own = {}, answers }: Entry): Answers {
  if (occupation === undefined) return { ...answers, ...(family && { familyId: family }) };
  const listed = Object.keys(week ?? bands ?? {});
  const owned = Object.keys(own).map((text, index) => ({
    taskId: `own-${index + 1}`,
    text,
    activity: OWN_TASK_ACTIVITY,
  }));
  const tasks = [...(ticks ?? listed).map((taskId) => ({ taskId })), ...owned];
  const percents = {
    ...week,
    ...Object.fromEntries(owned.map(({ taskId, text }) => [taskId, own[text] ?? 0])),
  };
  return {
    occupationSlug: occupation,
    ...answers,
    ...(tasks.length > 0 && { tasks, tasksFor: occupation }),
    ...(week && { amounts: { kind: 'exact', occupationSlug: occupation, percents } }),
    ...(bands && { amounts: { kind: 'bands', occupationSlug: occupation, bands, other: 'little' } }),
  };
}
