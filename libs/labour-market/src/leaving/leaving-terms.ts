import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { isForTrade } from '@app/occupations';
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
  /** Whether most of their group are on it, so that its terms are theirs. */
  readonly scaleIsUsual?: boolean;
  readonly years: number | undefined;
  /** Paid so much that part of it may be shares. */
  readonly mayHoldShares?: boolean;
  /** Paid so little that a benefit may hang on it. */
  readonly mayHaveBenefits?: boolean;
  /** Their title, or their own words for what they do. */
  readonly title?: string;
  /** Unit group of their work. */
  readonly group?: string | undefined;
  readonly hoursPerWeek?: number | undefined;
}

interface Content {
  readonly terms: Readonly<Record<string, { words: string; page: string }>>;
  readonly notice: Readonly<Record<string, readonly (Where & { words: string })[]>>;
  readonly schemes: Readonly<Record<string, readonly (Where & { name: string })[]>>;
  readonly workplaces: readonly Workplace[];
  readonly hereNow: Readonly<Record<string, readonly (Where & { words: string })[]>>;
  readonly noShares: readonly string[];
}
/** Where a title says that somebody works. */
interface Workplace {
  readonly id: string;
  readonly scale: string;
  /** Beginnings of words of titles; none of the second. */
  readonly words: readonly string[];
  readonly notWords: readonly string[];
  readonly who: string;
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

/** Hours from which the law of the working week has something to say; drivers and their mates have one of their own. */
const [LONG_WEEK, DRIVERS] = [48, ['821', '822']];
/** The profession whose register asks for proof every three years. */
const NURSES = /^223[1-7]$/;

/** The terms of one person, the most needed first. */
export function leavingTerms(leaver: Leaver): LeavingTerm[] {
  const { working, nation, scale, years = 0 } = leaver;
  const later = years >= YEARS_TO_FIFTY ? [term('pension-advice')] : [];
  switch (working) {
    case 'self-employed':
      return [
        term('employees'),
        term('low-rates'),
        term('digital-tax'),
        term('late-payment'),
        term('self-employed'),
        ...later,
      ];
    case 'between jobs':
      return [term('universal-credit'), term('between-jobs'), ...later];
    case 'employed': {
      const notice = noticeOf(scale, nation);
      const isOwn = notice.id !== 'notice';
      // A page holds the first three or four: what nobody else tells them comes first, what every contract says last.
      return [
        ...(isOwn ? [notice] : []),
        ...(leaver.mayHaveBenefits ? [term('benefits-change')] : []),
        pensionOf(leaver),
        ...nowTerms(leaver),
        ...(leaver.mayHoldShares && hasShares(leaver) ? [term('shares')] : []),
        ...(leaver.mayHoldShares && hasClients(leaver) ? [term('covenants')] : []),
        ...(isLong(leaver) ? [term('hours-limit')] : []),
        ...(isOwn ? [] : [notice]),
        ...(later.length > 0 ? [term('fewer-hours')] : []),
        ...later,
        ...(leaver.mayHaveBenefits ? [term('training-bond')] : []),
      ];
    }
  }
}

/** What is so for their scale in their nation, and for their register. */
const nowTerms = ({ scale, scaleIsUsual, nation, group = '' }: Leaver): LeavingTerm[] =>
  [(scaleIsUsual && scale) || '', ...(NURSES.test(group) ? ['nmc'] : [])].flatMap((id) => {
    const own = inNation(read().hereNow[id], nation);
    return own ? [hereTerm(id, own)] : [];
  });

/** Nobody on a national scale is paid in shares, nor who works for a partnership. */
const hasShares = ({ scale, group = '' }: Leaver): boolean =>
  scale === undefined && !read().noShares.some((digits) => group.startsWith(digits));

/** Managers and business professionals, lawyers among them: contracts forbid them clients and rivals for a while. */
const hasClients = ({ scale, group = '' }: Leaver): boolean => scale === undefined && /^(?:1|24)/.test(group);

const isLong = ({ hoursPerWeek = 0, group = '' }: Leaver): boolean =>
  hoursPerWeek >= LONG_WEEK && !DRIVERS.some((digits) => group.startsWith(digits));

/** Every term there is, for those who check facts. */
export function allLeavingTerms(): LeavingTerm[] {
  const { terms, notice, schemes, hereNow, workplaces } = read();
  return [
    ...Object.keys(terms).map(term),
    ...Object.entries(notice).flatMap(([scale, all]) => all.map((one) => noticeTerm(scale, one))),
    ...Object.entries(schemes).flatMap(([scale, all]) => all.map((one) => schemeTerm(scale, one))),
    ...Object.entries(hereNow).flatMap(([id, all]) => all.map((one) => hereTerm(id, one))),
    ...workplaces.flatMap((place) => (schemes[place.scale] ?? []).map((one) => workplaceTerm(place, one))),
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

function pensionOf({ scale, nation, title = '' }: Leaver): LeavingTerm {
  const { schemes, workplaces } = read();
  const own = inNation(schemes[scale ?? ''], nation);
  if (own) return schemeTerm(scale ?? '', own);
  const place = workplaces.find(({ words, notWords }) =>
    isForTrade({ trades: words, notTrades: notWords }, title),
  );
  const its = place && inNation(schemes[place.scale], nation);
  return place && its ? workplaceTerm(place, its) : term('pension');
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

const hereTerm = (id: string, { nations, words, page }: Where & { words: string }): LeavingTerm => ({
  id: `terms of ${id} in ${nations.join(', ')}`,
  words,
  page,
});

const workplaceTerm = (
  { id, who }: Workplace,
  { nations, name, page }: Where & { name: string },
): LeavingTerm => ({
  id: `pension of ${id} in ${nations.join(', ')}`,
  words: `Pension: ${who} ${name}; your payslip says so. What you have built stays; outside it the employer’s part and the cover for illness and death end.`,
  page,
});

const schemeTerm = (scale: string, { nations, name, page }: Where & { name: string }): LeavingTerm => ({
  id: `pension of ${scale} in ${nations.join(', ')}`,
  words: `Pension: in ${name} what you have built stays and rises with prices; outside it the employer’s part, larger than nearly any private one, and the cover for illness and death end. Ask the scheme for a leaver’s figures first.`,
  page,
});
