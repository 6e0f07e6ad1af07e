import type { Catalogue, OccupationSummary } from '@app/occupations';
import type { FieldError } from '@app/http';

export const MOST_ROLES = 4;
const LEAST_ROLES = 2;
const LONGEST_TITLE = 80;
const OTHER_READINGS = 3;

/** One field of the form: what was typed, and what we took it for. */
export interface RoleField {
  /** Name of the field for its label and its error. */
  readonly field: string;
  readonly typed: string;
  readonly role?: OccupationSummary;
  /** True when the words are no name of the occupation: say what we took them for. */
  readonly guessed: boolean;
  /** Other occupations the words may mean. */
  readonly others: readonly OccupationSummary[];
}

/** The roles of an address, and what keeps them from being compared. */
export interface RoleChoice {
  readonly fields: readonly RoleField[];
  readonly roles: readonly OccupationSummary[];
  readonly errors: readonly FieldError[];
}

/** The `role` values of a query: one text or several, as browsers send them; anything else is dropped. */
export const typedRoles = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((each): each is string => typeof each === 'string')
    .slice(0, 2 * MOST_ROLES)
    .map((each) => each.trim().normalize('NFC').slice(0, LONGEST_TITLE));

/**
 * Reads the roles a person named: by address, title, another name, or a title with a typing mistake. A first look at the page and a
 * single role from a report are no mistakes, so they give no errors.
 */
export function chooseRoles(
  catalogue: Pick<Catalogue, 'all' | 'search' | 'redirectFor'>,
  typed: readonly string[],
): RoleChoice {
  const fields = typed.map((words, index) => readRole(catalogue, words, `role-${index + 1}`));
  const errors: FieldError[] = [];
  const seen = new Map<string, string>();
  for (const { field, typed: words, role } of fields) {
    if (words === '') continue;
    if (!role)
      errors.push({ field, message: `“${words}” is no job title we know. Try a shorter or more common one` });
    else if (seen.has(role.slug))
      errors.push({ field, message: `${role.title} is there twice. Name another occupation` });
    else seen.set(role.slug, field);
  }
  const roles = fields.flatMap(({ role }) => (role ? [role] : []));
  const submitted = typed.length > 1;
  if (submitted && errors.length === 0 && roles.length < LEAST_ROLES) {
    const empty = fields.find(({ typed: words }) => words === '')?.field ?? 'role-2';
    errors.push({ field: empty, message: 'Name at least two occupations' });
  }
  if (fields.filter(({ typed: words }) => words !== '').length > MOST_ROLES)
    errors.push({ field: 'role-1', message: 'Four occupations at most can be compared at once' });
  return { fields, roles, errors };
}

function readRole(
  catalogue: Pick<Catalogue, 'all' | 'search' | 'redirectFor'>,
  typed: string,
  field: string,
): RoleField {
  if (typed === '') return { field, typed, guessed: false, others: [] };
  const all = catalogue.all();
  const slug = catalogue.redirectFor(typed) ?? typed;
  const same = (text: string): boolean => text.toLowerCase() === typed.toLowerCase();
  const exact = all.find((role) => role.slug === slug) ?? all.find(({ title }) => same(title));
  if (exact) return { field, typed: exact.title, role: exact, guessed: false, others: [] };
  const hits = catalogue.search(typed, 1 + OTHER_READINGS);
  const [role, ...others] = hits.flatMap((hit) => all.filter((each) => each.slug === hit.slug));
  if (!role) return { field, typed, guessed: false, others: [] };
  const guessed = !sameName(hits[0]?.matchedTitle ?? '', typed);
  return { field, typed, role, guessed, others: guessed ? others : [] };
}

/** "plumber" and "Plumbers" are one name. */
const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/s$/, '')
    .trim();
