const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SIZES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, k: 1_000, grand: 1_000 };
/** What may stand behind the number, by a word of what the form itself says there: nobody's "two years" becomes two months. */
const UNITS: readonly (readonly [word: RegExp, pattern: string])[] = [
  [/%/, '%|per ?cent'],
  [/£/, 'pounds?|gbp'],
  [/hours/, 'hours?|hrs?'],
  [/months/, 'months?|mths?'],
  [/^years/, 'years?|yrs?'],
  [/week/, '(?:a|per|each) week|pw|p\\.w\\.'],
  [/a year/, '(?:a|per|each) year|pa|p\\.a\\.'],
  [/before tax/, 'before tax|gross'],
];

/**
 * A number as people write it: "30,000", "£30k", "37.5 hours", "thirty", "twenty-five thousand", "thirty-seven and a half".
 * NaN for anything else, two numbers ("30-40") and another unit than the form's included: nobody's answer is guessed.
 * @param around what the form says before and after the box: "£ a year before tax", "months", "%"
 */
export function amountOf(typed: string, around = ''): number {
  const units = UNITS.filter(([word]) => word.test(around)).map(([, pattern]) => pattern);
  const behind = new RegExp(`(?:\\s*(?:${units.join('|') || '(?!)'}))+$`);
  const plain = typed
    .toLowerCase()
    .trim()
    .replace(behind, '')
    .replace(/^(?:about|around|roughly|~)\s*/, '')
    .replace(around.includes('£') ? /^£\s*/ : '', '');
  const figures = /^(-?\d{1,3}(?:[, ]\d{3})+|-?\d{1,9})(\.\d{1,2})?\s*(k|grand|thousand)?$/.exec(plain);
  if (!figures) return inWords(plain);
  const [, whole = '', part = '', size] = figures;
  const value = Number(whole.replace(/[, ]/g, '') + part);
  return size ? Math.round(value * 1_000) : value;
}

/** "thirty-seven and a half" → 37.5. */
function inWords(text: string): number {
  const words = text.replace(/ and a half$/, '');
  let sum = words === text ? 0 : 0.5;
  let group = 0;
  let last = Infinity;
  for (const word of words.replace(/^an? (?=hundred|thousand)/, 'one ').split(/[\s-]+/)) {
    if (word === 'and' && group > 0) continue;
    const size = SIZES[word];
    const value = SMALL.includes(word) ? SMALL.indexOf(word) : (TENS.indexOf(word) + 2) * 10;
    if (size !== undefined && group > 0) {
      group *= size;
      if (size === 1_000) [sum, group] = [sum + group, 0];
      last = size;
    } else if (size === undefined && (SMALL.includes(word) || TENS.includes(word)) && value < last) {
      group += value;
      // After "twenty" only one to nine can follow, after those nothing but a size.
      last = TENS.includes(word) ? 10 : 0;
    } else return NaN;
  }
  return sum + group;
}
