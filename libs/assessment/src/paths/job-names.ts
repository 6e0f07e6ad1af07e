import type { Dataset } from '@app/occupations';

/** Digits of a unit group's code. */
const GROUP = 4;

/** What says how somebody does a job, not which it is. */
const ASIDE = /\([^)]*\)|\b(?:self[- ]employed|freelance|senior|junior|part[- ]time|full[- ]time)\b/gi;

/** The unit groups by the names of their jobs in the ONS coding index: a path into the job that somebody already has is none. */
export class JobNames {
  private groups: Map<string, Set<string>> | undefined;

  constructor(private readonly dataset: Pick<Dataset, 'occupations' | 'britishTitles'>) {}

  /** Whether a unit group holds the job of that very name. */
  named(jobTitle: string | undefined): (group: string) => boolean {
    const own = jobTitle === undefined ? undefined : this.byName().get(keyOf(jobTitle));
    return (group) => own?.has(group) ?? false;
  }

  /** Read when first asked for. */
  private byName(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.groups) return this.groups;
    const groups = new Map<string, Set<string>>();
    const add = (title: string, code: string): void => {
      const key = keyOf(title);
      groups.set(key, (groups.get(key) ?? new Set()).add(code.slice(0, GROUP)));
    };
    for (const { code, title } of this.dataset.occupations.values())
      if (/^\d{4}/.test(code)) add(title, code);
    for (const [code, titles] of this.dataset.britishTitles) for (const title of titles) add(title, code);
    return (this.groups = groups);
  }
}

/** The words of a name, whatever their case and order: the index has "engineer, sound" for a sound engineer. */
const keyOf = (title: string): string =>
  title
    .replace(ASIDE, ' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
