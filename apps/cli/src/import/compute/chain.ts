/** The official crosswalks in a row: SOC 2018 → SOC 2010 → ISCO-08 → SOC 2020. */
export interface Chain {
  /** ISCO-08 unit groups a SOC 2018 code leads to, each once. */
  isco(soc2018: string): readonly string[];
  /** UK unit groups with the share of the chain that reaches them; shares sum to 1, empty when it breaks. */
  unitGroups(soc2018: string): ReadonlyMap<string, number>;
}

type Lists = ReadonlyMap<string, readonly string[]>;
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Each ISCO-08 group counts the same; its UK unit groups share it by the number of their entries in the ONS coding index. A
 * three-digit ISCO code stands for all groups under it.
 */
export function crosswalkChain(
  soc2010OfSoc2018: Lists,
  iscoOfSoc2010: Lists,
  unitGroupsOfIsco: Counts,
): Chain {
  const isco = (soc2018: string): string[] => {
    const found = new Set<string>();
    for (const soc2010 of soc2010OfSoc2018.get(soc2018) ?? []) {
      for (const code of iscoOfSoc2010.get(soc2010) ?? []) {
        if (code.length === 4) found.add(code);
        else for (const full of unitGroupsOfIsco.keys()) if (full.startsWith(code)) found.add(full);
      }
    }
    return [...found].sort();
  };
  return {
    isco,
    unitGroups(soc2018) {
      const shares = new Map<string, number>();
      const reached = isco(soc2018).flatMap((code) => unitGroupsOfIsco.get(code) ?? []);
      for (const counts of reached) {
        const entries = [...counts.values()].reduce((sum, count) => sum + count, 0);
        for (const [unitGroup, count] of counts) {
          shares.set(unitGroup, (shares.get(unitGroup) ?? 0) + count / entries / reached.length);
        }
      }
      return shares;
    },
  };
}
