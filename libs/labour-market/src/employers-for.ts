import type { Dataset, EmployerRecord } from '@app/occupations';
import { employerName } from './employer-name.js';
import { jobsFor } from './jobs-for.js';
import { sectionName } from './sic-sections.js';
import type { WeightedCode } from './uk-code.js';

/** A named employer with the reason it is named. Never "hiring": nobody asked it. */
export interface EmployerEvidence {
  readonly name: string;
  /** Why it is on the list, one sentence. */
  readonly basis: string;
  /** What the list is of, e.g. `2024–25`. */
  readonly date: string;
  /** Size band as published, e.g. `5000 to 19,999` employees. */
  readonly size: string;
  readonly section: string;
  readonly source: string;
}

/** Below this share of the occupation's jobs an industry does not really employ it. */
const LEAST_SHARE = 0.05;

/**
 * Large employers in the industries that employ an occupation, ranked by size and by how concentrated the occupation is in the industry
 * (method §1). Seats are shared out over the industries by jobs × concentration; in each the largest come first, then those that do
 * nothing else. Fewer than asked rather than invented.
 */
export function employersFor(
  dataset: Dataset,
  codes: readonly WeightedCode[],
  limit: number,
): EmployerEvidence[] {
  const sections = (jobsFor(dataset, codes)?.sections ?? []).filter(({ share }) => share >= LEAST_SHARE);
  const queues = sections
    .map(({ section, share, concentration }) => ({
      section,
      share,
      pull: share * Math.sqrt(Math.max(concentration, 0.1)),
      waiting: employersIn(dataset, section),
      taken: 0,
    }))
    .filter(({ waiting }) => waiting.length > 0);
  const chosen: { employer: EmployerRecord; section: string; share: number }[] = [];
  const seen = new Set<string>();
  while (chosen.length < limit) {
    // Highest averages: the industry with the most jobs for each seat it has so far.
    const next = queues
      .filter(({ waiting }) => waiting.length > 0)
      .sort((a, b) => b.pull / (b.taken + 1) - a.pull / (a.taken + 1))[0];
    const employer = next?.waiting.shift();
    if (!next || !employer) break;
    if (seen.has(employer.name)) continue;
    seen.add(employer.name);
    next.taken += 1;
    chosen.push({ employer, section: next.section, share: next.share });
  }
  const source = dataset.sources.get('employers');
  return chosen.map(({ employer, section, share }) => ({
    name: employerName(employer.name),
    basis: `A large employer in an industry that employs this role: ${sectionName(section)} holds ${Math.round(100 * share)}% of the UK jobs in its occupation group.`,
    date: '2024–25',
    size: `${employer.size.replace(/\b(\d)(\d{3})\b/g, '$1,$2')} employees`,
    section,
    source: source?.name ?? 'employers',
  }));
}

function employersIn(dataset: Dataset, section: string): EmployerRecord[] {
  return dataset.employers
    .filter(({ sections }) => sections.includes(section))
    .sort(
      (a, b) =>
        b.sizeFrom - a.sizeFrom || a.sections.length - b.sections.length || (a.name < b.name ? -1 : 1),
    );
}
