import { type MeasureId, mean } from '@app/occupations';
import { socOf } from '../codes.js';
import type { Sources } from '../read-sources.js';
import { byCounts, pooled } from './pooling.js';
import type { Weights } from './pooling.js';

export type Values = Readonly<Partial<Record<MeasureId, number>>>;

/** Mean of the values of the SOC 2010 codes behind a SOC 2018 code, or undefined without any. */
const throughParents = (
  soc: string,
  values: ReadonlyMap<string, number>,
  parents: ReadonlyMap<string, readonly string[]>,
): number | undefined => {
  const found = (parents.get(soc) ?? []).flatMap((old) => values.get(old) ?? []);
  return found.length > 0 ? mean(found) : undefined;
};

/**
 * Every measure of a British group in its own unit: those by American codes pooled over its links, the ILO's by the ISCO-08 groups that the
 * index gives its job titles. A measure that does not cover the work is missing, never 0.
 */
export function measuresOf(
  weights: Weights,
  isco: ReadonlyMap<string, number>,
  sources: Sources,
  freyOsborne: ReadonlyMap<string, number>,
): Values {
  const { gpt, microsoft, observed, aioe, aioeLanguage, soc2010To2018 } = sources;
  const all: Record<MeasureId, number | undefined> = {
    gptHuman: pooled(weights, (code) => gpt.get(code)?.human),
    gptModel: pooled(weights, (code) => gpt.get(code)?.model),
    ilo: byCounts(isco, sources.ilo),
    observed: pooled(weights, (code) => observed.get(socOf(code))),
    microsoft: pooled(weights, (code) => microsoft.get(socOf(code))),
    aioeLanguage: pooled(weights, (code) => throughParents(socOf(code), aioeLanguage, soc2010To2018)),
    aioe: pooled(weights, (code) => throughParents(socOf(code), aioe, soc2010To2018)),
    freyOsborne: pooled(weights, (code) => freyOsborne.get(socOf(code))),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
