import type { MeasureId, UnitGroupLink } from '../../dataset/types.js';
import { mean, socOf } from '../codes.js';
import type { Sources } from '../read-sources.js';

/** Mean of the values of the SOC 2010 codes behind a SOC 2018 code, or undefined without any. */
function throughParents(soc: string, values: ReadonlyMap<string, number>, parents: ReadonlyMap<string, readonly string[]>): number | undefined {
  const found = (parents.get(soc) ?? []).map((old) => values.get(old)).filter((value) => value !== undefined);
  return found.length > 0 ? mean(found) : undefined;
}

/** ILO exposure through the UK unit groups: each group's ISCO-08 groups weighted by their index entries. */
export function iloThroughUnitGroups(
  links: readonly UnitGroupLink[],
  iscoOfUnitGroup: ReadonlyMap<string, ReadonlyMap<string, number>>,
  ilo: ReadonlyMap<string, number>,
): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const link of links) {
    const isco = [...(iscoOfUnitGroup.get(link.code) ?? [])];
    const entries = isco.reduce((total, [, count]) => total + count, 0);
    for (const [code, count] of isco) {
      const value = ilo.get(code);
      if (value === undefined) continue;
      sum += (value * link.weight * count) / entries;
      weight += (link.weight * count) / entries;
    }
  }
  return weight > 0 ? sum / weight : undefined;
}

/** Every measure of one occupation in its own unit; a measure that does not cover it is absent. */
export function measureValues(
  code: string,
  sources: Sources,
  freyOsborne: ReadonlyMap<string, number>,
  links: readonly UnitGroupLink[],
): Partial<Record<MeasureId, number>> {
  const soc = socOf(code);
  const gpt = sources.gpt.get(code);
  const all: Record<MeasureId, number | undefined> = {
    gptHuman: gpt?.human,
    freyOsborne: freyOsborne.get(soc),
    gptModel: gpt?.model,
    ilo: iloThroughUnitGroups(links, sources.codingIndex.iscoOfUnitGroup, sources.ilo),
    microsoft: sources.microsoft.get(soc),
    observed: sources.observed.get(soc) ?? 0,
    aioe: throughParents(soc, sources.aioe, sources.soc2010To2018),
    aioeLanguage: throughParents(soc, sources.aioeLanguage, sources.soc2010To2018),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
