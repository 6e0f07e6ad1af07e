import { type CheckFacts, isReading } from './check-facts.js';
import type { CheckResult } from './check-result.js';

/** Signs of a broken template or of data that was not there. Never right on paper. */
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

/** Looks through the text of the whole file. A customer's own words may hold a phrase by right, so phrases are amber; broken marks are red. */
export function bannedPhrases({ reading }: CheckFacts): CheckResult {
  const id = 'phrases';
  const title = 'No banned phrases';
  if (!isReading(reading))
    return { id, title, level: 'red', found: `The file could not be read: ${reading.unreadable}.` };
  const pages = reading.pages.map((page) => page.replace(/\s+/g, ' '));
  const broken = hits(pages, BROKEN, '');
  if (broken.length > 0) return { id, title, level: 'red', found: `The text holds ${broken.join(', ')}.` };
  const unfit = hits(pages, UNFIT, 'i');
  if (unfit.length > 0) return { id, title, level: 'amber', found: `The text holds ${unfit.join(', ')}.` };
  return {
    id,
    title,
    level: 'green',
    found: `None of ${BROKEN.length + UNFIT.length} phrases is in the text.`,
  };
}

function hits(pages: readonly string[], phrases: readonly string[], flags: string): string[] {
  return phrases.flatMap((phrase) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      `u${flags}`,
    );
    const page = pages.findIndex((text) => pattern.test(text));
    return page < 0 ? [] : [`“${phrase}” (page ${page + 1})`];
  });
}
