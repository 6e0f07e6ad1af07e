import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import type { Nation } from '../routes/nation.js';

/** What somebody should know before they give up a job, in our words. */
export interface LeavingTerm {
  /** `notice`, `agenda-for-change in Scotland`: one term, whatever its words. */
  readonly id: string;
  /** Sentences, the last one ended. */
  readonly words: string;
  readonly page: string;
}

/** Who may leave what. */
export interface Leaver {
  readonly working: 'employed' | 'self-employed' | 'between jobs';
  readonly nation: Nation | undefined;
  /** The national pay scale of their work, by its name in the content. */
  readonly scale: string | undefined;
  /** Their own words for their job. */
  readonly jobTitle?: string | undefined;
  readonly years: number | undefined;
  /** Paid so much that part of it may be shares. */
  readonly mayHoldShares?: boolean;
}

interface Content {
  readonly terms: Readonly<Record<string, { words: string; page: string }>>;
  readonly notice: Readonly<Record<string, readonly (Where & { words: string })[]>>;
  /** Beginnings of words in a title that name an employer with a scheme, by the scheme. */
  readonly employers: Readonly<Record<string, readonly string[]>>;
  readonly schemes: Readonly<Record<string, readonly (Where & { name: string })[]>>;
}
interface Where {
  readonly nations: readonly Nation[];
  readonly page: string;
}

export const LEAVING_FILE = projectPath('libs/labour-market/content/leaving.yaml');

let content: Content | undefined;
const read = (): Content => (content ??= parse(readFileSync(LEAVING_FILE, 'utf8')) as Content);

/** So many years in a work make somebody 50 or so. */
const YEARS_TO_FIFTY = 32;

/** The terms of one person, the most needed first. */
export function leavingTerms(leaver: Leaver): LeavingTerm[] {
  const { working, nation, scale, years = 0, mayHoldShares } = leaver;
  const later = years >= YEARS_TO_FIFTY ? [term('pension-advice')] : [];
  switch (working) {
    case 'self-employed':
      return [term('employees'), term('self-employed'), ...later];
    case 'between jobs':
      return [term('between-jobs'), term('universal-credit'), ...later];
    case 'employed':
      return [
        noticeOf(scale, nation),
        pensionOf(leaver),
        // Nobody on a national scale is paid in shares.
        ...(mayHoldShares && scale === undefined ? [term('shares')] : []),
        ...(later.length > 0 ? [term('fewer-hours')] : []),
        ...later,
      ];
  }
}

/** Every term there is, for those who check facts. */
export function allLeavingTerms(): LeavingTerm[] {
  const { terms, notice, schemes } = read();
  return [
    ...Object.keys(terms).map(term),
    ...Object.entries(notice).flatMap(([scale, all]) => all.map((one) => noticeTerm(scale, one))),
    ...Object.entries(schemes).flatMap(([scale, all]) => all.map((one) => schemeTerm(scale, one))),
  ];
}

function term(id: string): LeavingTerm {
  const found = read().terms[id];
  if (!found) throw new Error(`${LEAVING_FILE} has no term “${id}”`);
  return { id, ...found };
}

const noticeOf = (scale: string | undefined, nation: Nation | undefined): LeavingTerm => {
  const own = inNation(read().notice[scale ?? ''], nation);
  return own ? noticeTerm(scale ?? '', own) : term('notice');
};

/** Of the scale of their work; else, as far as they are in it, of the employer that their title names. */
function pensionOf({ scale, nation, jobTitle = '' }: Leaver): LeavingTerm {
  const { schemes, employers } = read();
  const own = inNation(schemes[scale ?? ''], nation);
  if (own) return schemeTerm(scale ?? '', own);
  const [named = ''] =
    Object.entries(employers).find(([, words]) =>
      words.some((word) => new RegExp(`\\b${word}`, 'i').test(jobTitle)),
    ) ?? [];
  const theirs = inNation(schemes[named], nation);
  return theirs ? schemeTerm(named, theirs, 'if you are in') : term('pension');
}

/** Without a nation, what holds in England, where most people live, is not said for all. */
const inNation = <T extends Where>(
  all: readonly T[] | undefined,
  nation: Nation | undefined,
): T | undefined => (nation === undefined ? undefined : all?.find(({ nations }) => nations.includes(nation)));

const noticeTerm = (scale: string, { nations, words, page }: Where & { words: string }): LeavingTerm => ({
  id: `notice of ${scale} in ${nations.join(', ')}`,
  words,
  page,
});

const schemeTerm = (
  scale: string,
  { nations, name, page }: Where & { name: string },
  where: 'in' | 'if you are in' = 'in',
): LeavingTerm => ({
  id: `pension of ${scale} in ${nations.join(', ')}`,
  words:
    where === 'in'
      ? `Pension: in ${name} what you have built stays and rises with prices; the employer’s part, larger than nearly any private one, and the cover for illness and death end. Ask the scheme for a leaver’s figures first.`
      : `Pension: if you are in ${name}, what you have built stays; the employer’s part and the cover for illness and death end. Ask it first.`,
  page,
});
