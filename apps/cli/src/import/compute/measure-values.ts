import type { MeasureId, UnitGroupLink } from '@app/occupations';
import { mean } from '@app/occupations';
import { socOf } from '../codes.js';
import type { Chain } from './chain.js';
import type { Sources } from '../read-sources.js';

/** Mean of the values of the SOC 2010 codes behind a SOC 2018 code, or undefined without any. */
function throughParents(
  soc: string,
  values: ReadonlyMap<string, number>,
  parents: ReadonlyMap<string, readonly string[]>,
): number | undefined {
  const found = (parents.get(soc) ?? []).map((old) => values.get(old)).filter((value) => value !== undefined);
  return found.length > 0 ? mean(found) : undefined;
}

/**
 * ILO exposure: the mean of the ISCO-08 groups that the official chain reaches and that the occupation's UK unit groups also hold, so that
 * a wide chain does not pull in other work; without any in common, the UK unit groups' own ISCO-08 groups weighted by their
 * index entries.
 */
export function iloExposure(
  chainIsco: readonly string[],
  links: readonly UnitGroupLink[],
  iscoOfUnitGroup: ReadonlyMap<string, ReadonlyMap<string, number>>,
  ilo: ReadonlyMap<string, number>,
): number | undefined {
  const weights = new Map<string, number>();
  for (const link of links) {
    const isco = [...(iscoOfUnitGroup.get(link.code) ?? [])];
    const entries = isco.reduce((total, [, count]) => total + count, 0);
    for (const [code, count] of isco)
      weights.set(code, (weights.get(code) ?? 0) + (link.weight * count) / entries);
  }
  const shared = chainIsco.filter((code) => weights.has(code) && ilo.has(code));
  if (shared.length > 0) return mean(shared.map((code) => ilo.get(code) ?? 0));
  const known = [...weights].filter(([code]) => ilo.has(code));
  const total = known.reduce((sum, [, weight]) => sum + weight, 0);
  return total > 0
    ? known.reduce((sum, [code, weight]) => sum + (ilo.get(code) ?? 0) * weight, 0) / total
    : undefined;
}

/** Every measure of one occupation in its own unit; a measure that does not cover it is absent. */
export function measureValues(
  code: string,
  sources: Sources,
  freyOsborne: ReadonlyMap<string, number>,
  chain: Chain,
  links: readonly UnitGroupLink[],
): Partial<Record<MeasureId, number>> {
  const soc = socOf(code);
  const gpt = sources.gpt.get(code);
  const all: Record<MeasureId, number | undefined> = {
    gptHuman: gpt?.human,
    freyOsborne: freyOsborne.get(soc),
    gptModel: gpt?.model,
    ilo: iloExposure(chain.isco(soc), links, sources.codingIndex.iscoOfUnitGroup, sources.ilo),
    microsoft: sources.microsoft.get(soc),
    observed: sources.observed.get(soc) ?? 0,
    aioe: throughParents(soc, sources.aioe, sources.soc2010To2018),
    aioeLanguage: throughParents(soc, sources.aioeLanguage, sources.soc2010To2018),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
