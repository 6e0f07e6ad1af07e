import type { UnitGroupLinks } from '@app/occupations';
import { ImportError } from '../import-error.js';
import type { Candidate } from '../sources/candidates.js';

/** Contradictions that an editor has read and overruled: the candidate's code by group. The link says why. */
export type Signed = Readonly<Record<string, string>>;

/** A candidate is strong when its titles agree with few others and the chain of official crosswalks says the same. */
const isStrong = ({ rank, alone, score, voices }: Candidate): boolean =>
  rank === 1 && alone && score >= 1 && voices.includes('chain');

/**
 * Compares every link with what titles and crosswalks say of its group.
 * @throws ImportError for a link without a strong candidate that no editor has overruled by name, and for a signature nothing needs
 */
export function checkLinks(
  links: ReadonlyMap<string, UnitGroupLinks>,
  candidates: readonly Candidate[],
  signed: Signed,
): void {
  const groups = new Map([...links.values()].flatMap((unit) => [...unit.groups]));
  const against = candidates.filter(
    (candidate) => isStrong(candidate) && !(candidate.code in (groups.get(candidate.group)?.codes ?? {})),
  );
  const open = against.filter(({ group, code }) => signed[group] !== code);
  const idle = Object.entries(signed).filter(
    ([group, code]) => !against.some((each) => each.group === group && each.code === code),
  );
  const faults = [
    ...open.map(
      ({ group, code }) => `${group} is not linked to ${code}, which titles and crosswalks agree on`,
    ),
    ...idle.map(([group, code]) => `${group}: nothing speaks for ${code}, so there is nothing to overrule`),
  ];
  if (faults.length > 0) throw new ImportError('groups/overruled.yaml', null, faults.join('; '));
}
