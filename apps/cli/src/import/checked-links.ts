import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { UnitGroupLink } from '@app/occupations';
import { ImportError } from './import-error.js';

const FILE = 'uk-links.yaml';

/**
 * Links read by hand, from the content file. Several unit groups share a link by their UK jobs; an occupation or a unit group that
 * does not exist stops the import.
 *
 * @param file path of the content file
 * @param occupations known O*NET codes
 * @param jobs UK jobs by unit group
 */
export async function readCheckedLinks(
  file: string,
  occupations: ReadonlySet<string>,
  jobs: ReadonlyMap<string, { readonly jobs: number }>,
): Promise<Map<string, readonly UnitGroupLink[]>> {
  const parsed: unknown = parse(await readFile(file, 'utf8'));
  if (parsed === null || typeof parsed !== 'object')
    throw new ImportError(FILE, null, 'not a list of unit groups by occupation');
  const result = new Map<string, readonly UnitGroupLink[]>();
  for (const [code, listed] of Object.entries(parsed)) {
    if (!occupations.has(code)) throw new ImportError(FILE, null, `${code} is not an occupation with data`);
    const groups: string[] = Array.isArray(listed) ? listed.map(String) : [];
    if (groups.length === 0) throw new ImportError(FILE, null, `${code} lists no unit group`);
    const people = groups.map((group) => jobs.get(group)?.jobs ?? unknown(code, group));
    const total = people.reduce((sum, each) => sum + each, 0);
    const links = groups.map((group, index) => ({
      code: group,
      weight: total > 0 ? (people[index] ?? 0) / total : 1 / groups.length,
    }));
    result.set(
      code,
      links.sort((a, b) => b.weight - a.weight),
    );
  }
  return result;
}

function unknown(code: string, group: string): never {
  throw new ImportError(FILE, null, `${code}: ${group} is not a SOC 2020 unit group`);
}
