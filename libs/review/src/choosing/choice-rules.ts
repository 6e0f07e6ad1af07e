import { MOST_PATHS, type RankedCandidate } from '@app/assessment';
import { type Places, samePlaces } from '@app/blueprint';
import { DomainError } from '@app/kernel';
import { tidiedWords } from '../editing/edit-rules.js';

/** Characters. A reason says something, and leaves the note its room. */
export const REASON_SHORTEST = 20;
export const REASON_LONGEST = 300;

/** What a reviewer wants in place of what the draft has, as it was typed. */
export interface TypedChoice extends Places {
  readonly reason: string;
  readonly inSpite: string;
}

/**
 * A choice that may be made, with its words tidied.
 * @param now what the draft has.
 * @throws DomainError `choice_refused`, in words that say what to do.
 */
export function fairChoice(
  { recommended, paths, reason, inSpite }: TypedChoice,
  now: Places,
  candidates: readonly RankedCandidate[],
): Places & { readonly reason: string; readonly inSpite?: string } {
  const wanted = { recommended, paths: paths.filter(Boolean) };
  requireFairPaths(paths, now, candidates);
  if (samePlaces(wanted, now)) throw refusal('The draft has just these already. Choose another, or go back.');
  const why = tidiedWords(reason);
  requireWords(
    why,
    'Say why in a sentence or two. It is offered for your note, so write it for the customer.',
  );
  const broken = candidates.filter(
    ({ path, limits }) => limits.length > 0 && wanted.paths.includes(path.slug),
  );
  if (broken.length === 0) return { ...wanted, reason: why };
  const against = tidiedWords(inSpite);
  const named = broken.map(({ path, limits }) => `${path.title}: ${limits.join(' ')}`).join(' ');
  requireWords(
    against,
    `A limit that they named is broken. ${named} Say why it is right for them all the same, or choose another.`,
  );
  return { ...wanted, reason: why, inSpite: against };
}

function requireFairPaths(
  paths: readonly string[],
  now: Places,
  candidates: readonly RankedCandidate[],
): void {
  const filled = paths.filter(Boolean);
  if (paths.slice(filled.length).some(Boolean))
    throw refusal('Fill the places in order: a second path before a third.');
  if (filled.length > MOST_PATHS || filled.length < now.paths.length)
    throw refusal(`The draft has ${now.paths.length} paths, so choose one for each place.`);
  if (new Set(filled).size < filled.length) throw refusal('Choose each path once.');
  const known = new Set([...now.paths, ...candidates.map(({ path }) => path.slug)]);
  if (filled.some((slug) => !known.has(slug)))
    throw refusal('One of these is not among the candidates. Open the page again and choose from the list.');
}

function requireWords(words: string, missing: string): void {
  if (words.length < REASON_SHORTEST) throw refusal(missing);
  if (words.length > REASON_LONGEST)
    throw refusal(`Keep each reason to ${REASON_LONGEST} characters; this one has ${words.length}.`);
}

export const refusal = (message: string): DomainError => new DomainError('choice_refused', message);
