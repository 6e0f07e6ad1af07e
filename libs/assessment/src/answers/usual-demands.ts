import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import { SECTORS, type SectorId } from '@app/occupations';
import { parse } from 'yaml';
import { DEMAND_IDS, DEMAND_LEVELS, type DemandId, type DemandLevel } from './demands.js';

type Levels = Readonly<Record<DemandId, DemandLevel>>;

/** Where the judgement stands, for people. */
const FILE = 'libs/assessment/content/usual-demands.yaml';

/** @throws Error naming what is missing or not understood: a mistake stops the start */
function read(): {
  readonly sectors: Readonly<Record<string, Levels>>;
  readonly roles: Readonly<Record<string, Partial<Levels>>>;
} {
  const file = parse(readFileSync(projectPath(FILE), 'utf8')) as Record<
    'sectors' | 'roles',
    Record<string, Record<string, string>>
  >;
  for (const id of Object.keys(SECTORS))
    for (const demand of DEMAND_IDS)
      if (file.sectors[id]?.[demand] === undefined)
        throw new Error(`${FILE}: ${id} has no answer for “${demand}”`);
  for (const [name, levels] of Object.entries({ ...file.sectors, ...file.roles }))
    for (const [demand, level] of Object.entries(levels))
      if (!DEMAND_IDS.some((id) => id === demand) || !DEMAND_LEVELS.some((each) => each === level))
        throw new Error(`${FILE}: ${name} has “${demand}: ${level}”, which is no answer`);
  return file as unknown as ReturnType<typeof read>;
}

const USUAL = read();

/** Roles whose usual answers are set on their own, by slug. */
export const ROLES_WITH_OWN_DEMANDS: readonly string[] = Object.keys(USUAL.roles);

/** What the typical person in this work would answer; "some of it" where neither the job nor its field is known. */
export function usualDemand(
  id: DemandId,
  { slug, sector }: { slug: string; sector?: SectorId | undefined },
): DemandLevel {
  return USUAL.roles[slug]?.[id] ?? (sector && USUAL.sectors[sector]?.[id]) ?? 'some';
}
