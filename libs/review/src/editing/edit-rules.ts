import { DomainError } from '@app/kernel';
import { figuresChanged } from '../checks/figures-of.js';

/** Characters. A note says something, and leaves page 15 its room. */
export const NOTE_SHORTEST = 60;
export const NOTE_LONGEST = 600;

/** The most characters an edited block may have: a little more than it had, and room for a sentence where it was short. */
export const longest = (draft: string): number => Math.max(Math.ceil(draft.length * 1.25), draft.length + 60);

/** One line of plain words, without marks that nobody sees. */
export const tidiedWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const listed = (figures: readonly string[]): string => figures.join(', ');

/** @throws DomainError `edit_refused` for a block that is empty, too long, or has other figures than it was drafted with. */
export function requireFairEdit(draft: string, text: string): void {
  if (text === '') throw refused('A block cannot be empty. To leave it as drafted, take the change back.');
  if (text.length > longest(draft))
    throw refused(`Keep this block to ${longest(draft)} characters; it has ${text.length}.`);
  const figures = figuresChanged(draft, text);
  if (figures === null) return;
  const { missing, added } = figures;
  throw refused(
    `Figures cannot be changed. ${[
      missing.length > 0 ? `Missing: ${listed(missing)}.` : '',
      added.length > 0 ? `Not in the draft: ${listed(added)}.` : '',
    ]
      .filter(Boolean)
      .join(' ')}`,
  );
}

/** A note as it will be printed. @throws DomainError `edit_refused` when it is too short or too long. */
export function fairNote(text: string): string {
  const paragraphs = text.split(/\r?\n/).map(tidiedWords).filter(Boolean);
  const note = paragraphs.join('\n');
  if (note.length < NOTE_SHORTEST)
    throw refused('Say in the note what you checked and what you changed, in two sentences or more.');
  if (note.length > NOTE_LONGEST)
    throw refused(`Keep the note to ${NOTE_LONGEST} characters; it has ${note.length}.`);
  return note;
}

/** How a reviewer may sign: the name, the first name with an initial, or initials. */
export function signaturesOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const initial = (word: string): string => `${[...word][0] ?? ''}.`;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [
    ...new Set([
      name.trim(),
      ...(last ? [`${words[0]} ${initial(last)}`] : []),
      words.map(initial).join(' '),
    ]),
  ];
}

export const refused = (message: string): DomainError => new DomainError('edit_refused', message);
