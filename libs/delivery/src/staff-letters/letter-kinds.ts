/** A part of a letter that staff fill in: plain words, shown as they are typed. */
export interface LetterField {
  readonly name: string;
  readonly label: string;
  /** In characters. */
  readonly longest: number;
  /** A paragraph; otherwise one line. */
  readonly paragraph: boolean;
}

export interface LetterKind {
  /** What it is for, on the desk. */
  readonly title: string;
  readonly fields: readonly LetterField[];
}

const said = (label: string): LetterField => ({ name: 'words', label, longest: 2_000, paragraph: true });

/** The letters that staff may write: each is a template in `templates/email/staff-letters` by its name. */
export const LETTERS = {
  question: {
    title: 'Ask a question',
    fields: [said('Your question')],
  },
  answer: {
    title: 'Answer what they wrote',
    fields: [
      { name: 'about', label: 'What they wrote about, in a few words', longest: 120, paragraph: false },
      said('Your answer'),
    ],
  },
  complaint: {
    title: 'Decide a complaint',
    fields: [
      { name: 'about', label: 'What the complaint is about, in a few words', longest: 120, paragraph: false },
      said('What we decided, and why'),
      { name: 'done', label: 'What we do now', longest: 1_000, paragraph: true },
    ],
  },
  dispute: {
    title: 'Ask about a payment their bank questions',
    fields: [said('What you ask or explain')],
  },
  correction: {
    title: 'Answer a correction without a change',
    fields: [said('What we found, and why nothing changes')],
  },
} as const satisfies Readonly<Record<string, LetterKind>>;

export type LetterName = keyof typeof LETTERS;

export const LETTER_NAMES = Object.keys(LETTERS) as readonly LetterName[];
