import { type CheckFacts, pagesOf } from './check-facts.js';
import { amber, check, type Check, type Fault, green, red } from './finding.js';

/** Signs of a broken template or of data that was not there. Never right on paper, unless the person wrote them. */
const BROKEN = ['undefined', 'NaN', '[object Object]', '{{', '}}', '{%', 'lorem ipsum', 'Infinity', 'TODO'];

/** Fear, hype and promises that we do not make (product.md: no fear copy, no promise of a job, pay or safety). */
const UNFIT = [
  'guaranteed',
  'we guarantee',
  'you will lose your job',
  'will replace you',
  'your job is safe',
  'future-proof',
  'AI-proof',
  'recession-proof',
  'act now',
  'before it is too late',
  'last chance',
  'limited time',
  'hurry',
  'game-changer',
  'game changing',
  'skyrocket',
  'revolutionise',
  'unlock your potential',
  'confidence interval',
  'financial advice',
];

/** Looks through the text of the whole file, but for what the person wrote themselves ("clean NaN values"). */
export const bannedPhrases: Check = check('phrases', 'No banned phrases', (facts) => {
  const own = ownPhrases(facts);
  const pages = pagesOf(facts).map((page) => page.replace(/\s+/g, ' '));
  const broken = hits(pages, BROKEN, '', own);
  if (broken.length > 0)
    return red(
      broken,
      'Edit the sentence. If a whole block is broken, return the draft and tell an engineer.',
    );
  const unfit = hits(pages, UNFIT, 'i', own);
  return unfit.length > 0
    ? amber(unfit, 'Is the phrase right where it stands? If not, edit the sentence.')
    : green(
        `None of ${BROKEN.length + UNFIT.length} phrases is in the text, but for the person’s own words.`,
      );
});

/** What the person typed: their name, their job title, tasks of their own. */
export const ownPhrases = ({ snapshot, order, answers }: CheckFacts): string[] =>
  [
    order.customerName,
    snapshot.person.role,
    ...snapshot.result.tasks.filter(({ id }) => id.startsWith('own-')).map(({ name }) => name),
    ...(answers?.tasks ?? []).flatMap((task) =>
      'text' in task && typeof task.text === 'string' ? [task.text] : [],
    ),
  ].map((text) => text.replace(/\s+/g, ' ').trim());

function hits(
  pages: readonly string[],
  phrases: readonly string[],
  flags: string,
  own: readonly string[],
): Fault[] {
  // Nearly always none is anywhere. One search for all tells; the classes of letters of the exact patterns take long to compile.
  const any = new RegExp(phrases.map(escaped).join('|'), `u${flags}`);
  if (![...pages, ...own].some((text) => any.test(text))) return [];
  return phrases.flatMap((phrase) => {
    const pattern = whole(phrase, flags);
    const theirs = own.filter((text) => pattern.test(text)).map((text) => around(text, phrase, flags));
    return pages.flatMap((text, index): Fault[] => {
      const without = theirs.reduce((rest, one) => rest.replace(one, ' '), text);
      return pattern.test(without) ? [{ page: index + 1, words: `“${phrase}” stands in the text` }] : [];
    });
  });
}

/** A phrase that is not a part of a longer word. */
const whole = (phrase: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(phrase)}(?![\\p{L}\\p{N}])`, `u${flags}`);

/** The phrase where a page says it as the person did: with the word before or the word after it, if they used one. */
function around(own: string, phrase: string, flags: string): RegExp {
  const found = new RegExp(`(\\S+ )?\\S*${escaped(phrase)}\\S*( \\S+)?`, `u${flags}`).exec(own);
  const [all = phrase, before, after] = found ?? [];
  const core = escaped(all.slice(before?.length ?? 0, all.length - (after?.length ?? 0)));
  const ways = [before && `${escaped(before)}${core}`, after && `${core}${escaped(after)}`].filter(Boolean);
  return new RegExp(ways.length > 0 ? ways.join('|') : core, 'giu');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
