import type { UnitGroup } from '../dataset/types.js';
import type { OccupationSummary } from '../model/occupation.js';
import { MAJOR_GROUPS, SUB_MAJOR_GROUPS } from './group-names.js';

/** A unit group's page, and the reports on narrower groups and roles inside it. */
export interface PageOfGroup {
  /** Four digits. */
  readonly code: string;
  readonly head: OccupationSummary;
  readonly inside: readonly OccupationSummary[];
}
/** A sub-major group of SOC 2020: work of one level in one field. */
export interface PartOfGroup {
  /** Two digits. */
  readonly code: string;
  readonly name: string;
  readonly groups: readonly PageOfGroup[];
}
/** A major group of SOC 2020. */
export interface MajorGroup {
  /** One digit. */
  readonly code: string;
  readonly name: string;
  readonly parts: readonly PartOfGroup[];
}

const byTitle = (a: OccupationSummary, b: OccupationSummary): number => (a.title < b.title ? -1 : 1);

/** Every report in its unit group, every unit group in its family, in the order of SOC 2020. @param pageOf slug of the page of a group, by its code */
export function familiesOf(
  summaries: readonly OccupationSummary[],
  pageOf: ReadonlyMap<string, string>,
  unitGroups: ReadonlyMap<string, UnitGroup>,
): MajorGroup[] {
  const bySlug = new Map(summaries.map((summary) => [summary.slug, summary]));
  const byUnit = new Map<string, OccupationSummary[]>();
  for (const summary of summaries) {
    const unit = summary.code.slice(0, 4);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), summary]);
  }
  const groups = [...unitGroups.keys()].sort().flatMap((code): PageOfGroup[] => {
    const head = bySlug.get(pageOf.get(code) ?? '');
    const others = (byUnit.get(code) ?? []).filter(({ slug }) => slug !== head?.slug);
    return head ? [{ code, head, inside: others.sort(byTitle) }] : [];
  });
  const part = (code: string, name: string): PartOfGroup => ({
    code,
    name,
    groups: groups.filter((group) => group.code.startsWith(code)),
  });
  return Object.entries(MAJOR_GROUPS).map(([code, name]) => ({
    code,
    name,
    parts: Object.entries(SUB_MAJOR_GROUPS)
      .filter(([sub]) => sub.startsWith(code))
      .map(([sub, words]) => part(sub, words)),
  }));
}
