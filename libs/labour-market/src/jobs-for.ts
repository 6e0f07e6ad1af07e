import type { Dataset } from '@app/occupations';
import { sectionName } from './sic-sections.js';
import type { WeightedCode } from './uk-code.js';

export interface SectionJobs {
  readonly section: string;
  readonly name: string;
  readonly jobs: number;
  /** Share of the occupation's jobs, 0–1. */
  readonly share: number;
  /** That share over the section's share of all UK jobs: above 1 the occupation is concentrated there. */
  readonly concentration: number;
}

/** UK jobs in the unit groups of an occupation. The groups hold other roles too: say so. */
export interface JobsEvidence {
  readonly jobs: number;
  readonly groups: readonly { readonly code: string; readonly name: string; readonly jobs: number }[];
  /** Largest first. */
  readonly sections: readonly SectionJobs[];
  readonly source: string;
  readonly vintage: string;
  readonly note: string;
}

/** Jobs by industry of an occupation, or null when it has no UK code or no published jobs. */
export function jobsFor(dataset: Dataset, codes: readonly WeightedCode[]): JobsEvidence | null {
  const groups = codes.flatMap(({ code, weight }) => {
    const group = dataset.unitGroups.get(code);
    return group && group.jobs > 0 ? [{ group, weight }] : [];
  });
  if (groups.length === 0) return null;
  const weighted = new Map<string, number>();
  for (const { group, weight } of groups) {
    for (const [section, jobs] of Object.entries(group.sections)) {
      weighted.set(section, (weighted.get(section) ?? 0) + jobs * weight);
    }
  }
  const total = [...weighted.values()].reduce((sum, jobs) => sum + jobs, 0);
  const all = allJobs(dataset);
  const allTotal = [...all.values()].reduce((sum, jobs) => sum + jobs, 0);
  const sections = [...weighted].map(([section, jobs]) => {
    const share = total > 0 ? jobs / total : 0;
    return {
      section,
      name: sectionName(section),
      jobs: Math.round(jobs),
      share,
      concentration: share / ((all.get(section) ?? 0) / allTotal || 1),
    };
  });
  const source = dataset.sources.get('ukJobs');
  return {
    jobs: groups.reduce((sum, { group }) => sum + group.jobs, 0),
    groups: groups.map(({ group: { code, name, jobs } }) => ({ code, name, jobs })),
    sections: sections.sort((a, b) => b.jobs - a.jobs || (a.section < b.section ? -1 : 1)),
    source: source?.name ?? 'ukJobs',
    vintage: source?.release ?? '',
    note: 'UK statistics count jobs by wider groups, which hold other roles too.',
  };
}

/** All UK jobs by section. */
function allJobs(dataset: Dataset): Map<string, number> {
  const all = new Map<string, number>();
  for (const { sections } of dataset.unitGroups.values()) {
    for (const [section, jobs] of Object.entries(sections)) all.set(section, (all.get(section) ?? 0) + jobs);
  }
  return all;
}
