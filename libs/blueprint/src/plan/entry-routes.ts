import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';
import { inSentence } from '../copy/word-filters.js';
import type { EntryRoute } from '../snapshot/blueprint-snapshot.js';

type Written = Omit<EntryRoute, 'specific'>;

/** What the editors wrote of the way into a unit group. */
export interface GroupRoute {
  readonly qualification: string;
  readonly firstJob: string;
  readonly tests: readonly string[];
  readonly regulator?: string;
}

/** Entry routes by occupation, and for the rest by how much preparation the work takes (O*NET job zone). */
export class EntryRoutes {
  private constructor(
    private readonly bySlug: ReadonlyMap<string, Written>,
    private readonly byZone: ReadonlyMap<number, Written>,
  ) {}

  /** @throws AssetError naming the file and the entry that is wrong. */
  static load(file: string): EntryRoutes {
    let content: { occupations?: Record<string, unknown>; zones?: Record<string, unknown> };
    try {
      content = parse(readFileSync(file, 'utf8')) as typeof content;
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
    const routes = (part: Record<string, unknown> | undefined): [string, Written][] =>
      Object.entries(part ?? {}).map(([key, value]) => [key, checked(value, file, key)]);
    const zones = new Map(routes(content.zones).map(([zone, route]) => [Number(zone), route]));
    for (const zone of [2, 3, 4, 5])
      if (!zones.has(zone)) throw new AssetError(file, `zone ${zone} is missing`);
    return new EntryRoutes(new Map(routes(content.occupations)), zones);
  }

  /** The occupations with a route of their own. */
  get slugs(): string[] {
    return [...this.bySlug.keys()];
  }

  /** The words written for one occupation, if there are any. */
  written(slug: string): string | undefined {
    return this.bySlug.get(slug)?.route;
  }

  /**
   * The route written for the occupation, else that into its unit group, else the one usual at its level.
   * @param licence the licence or registration that the catalogue names, when it does
   */
  of(slug: string, jobZone: number, licence?: string, group?: GroupRoute): EntryRoute {
    const written = this.bySlug.get(slug);
    if (written) return { ...written, specific: true };
    const zone = this.byZone.get(Math.min(5, Math.max(2, jobZone)));
    if (!zone) throw new Error(`no entry route for job zone ${jobZone}`);
    if (group) return { ...ofGroup(group), testHours: zone.testHours };
    return { ...zone, ...(licence && { route: `${licence} ${zone.route}` }), specific: false };
  }
}

const ofGroup = ({
  qualification,
  firstJob,
  tests,
  regulator,
}: GroupRoute): Omit<EntryRoute, 'testHours'> => ({
  route: `${qualification} Usual way in: ${inSentence(firstJob)}`,
  ...(regulator !== undefined && { regulator }),
  firstTest: tests.map((test) => `${test.replace(/\.$/, '')}.`),
  specific: true,
});

function checked(value: unknown, file: string, key: string): Written {
  const route = value as Partial<Written> | null;
  if (
    !route ||
    typeof route.route !== 'string' ||
    !Array.isArray(route.firstTest) ||
    route.firstTest.length !== 3 ||
    !((route.testHours ?? 0) > 0)
  ) {
    throw new AssetError(file, `"${key}" needs a route, three firstTest steps and testHours`);
  }
  if (route.checked !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(route.checked))
    throw new AssetError(file, `"${key}" needs checked: YYYY-MM`);
  return route as Written;
}
