/**
 * What a sentence about a move says of pay. Words are matched, not meaning: a gain counts as named when a word for one stands there, and
 * an editor answers for the rest.
 */

const MONEY = '(?:pay|paid|incomes?|wages?|salary|salaries|money|fees)';
const END = '(?=[.;:,]|$| (?:at|than|for|in|on|again|and|over) )';

const PAY = /\b(pays?|paid|incomes?|wages?|salary|salaries|earns?|fees|commission)\b/i;
const LESS = new RegExp(
  `\\b(?:less|lower|smaller) ${MONEY}\\b(?! posts)|\\b${MONEY}\\b(?:,? (?!more|better|higher)[\\w’]+){0,5},? (?:lower|less)${END}|\\b(?:earns?|pays?) less\\b|\\b(?:though|if|and) (?:a )?(?:lower|little less)(?: one)?${END}`,
  'i',
);
const MORE = new RegExp(
  `\\b(?:more|better|higher) (?:${MONEY})\\b|\\b${MONEY}\\b(?: (?!less|lower)[\\w’]+){0,4} (?:better|higher|more)${END}|\\b(?:pays?|earns?) (?:\\w+ )?(?:more|better)\\b|\\blifts? (?:the )?pay\\b`,
  'i',
);
/** Not that pay is less, but that the figure is of others too, or of no use for this move. */
const OTHER_FIGURE = /\b(?:pay|figure)s? shown\b|\bpay varies\b|\bincome depends\b/i;
const ALIKE = /\b(?:the same|similar) pay\b|\bpay is (?:much |about )?(?:the same|similar)\b/i;
/** Up to here pay may be called much the same. */
const MUCH_THE_SAME = 0.05;
const GAIN = new RegExp(
  `\\b(?:${[
    'hours?|shifts?|nights?|evenings?|weekends?|weekdays?|days?|daytime|mornings?|term-time|holidays?|call-outs?|on call',
    'lifting|kneeling|climbing|knees|back|feet|heights|fumes|dust|air|heat|weather|dry|warm|indoors|outdoors|seat|drill',
    'home|nearer|travel|road|postings|shuttle|desk|office|bench|one site|near',
    'steady|steadier|regular|permanent|posts|vacancies|openings|places to work',
    'one’s own|your own|staff|targets|marking|lessons|risk|calmer|quieter|cause|rota|company|no board|customers|design deadlines',
    'lighter|fewer|injuries|ground work|growing|field that grows|wider choice|work is everywhere|more work|more sites|known anywhere',
    'pension|step(?: to| towards|ping)|way (?:to|on|into)|leads to|ladder|(?:manager|lead|director|setter)(?:,? (?:comes|is))? next|senior (?:posts|grades)|partner posts|exams lead|pricing or chasing',
    'no (?:permit|site|class|Saturdays|counter|income target|work overhead)|all year|under a roof|every town|find work anywhere|more hours|a place to stay|own (?:trade|contracts|clients|fees)|choice of|a team|out on site',
    'training paid|trains? (?:them )?in post|bonus(?:es)?|stays? on|keep(?:s)? (?:their|a consultant’s|drivers’|pilots’) pay|hangs? less on',
  ].join('|')})\\b`,
  'i',
);

export const speaksOfPay = (words: string): boolean => PAY.test(words);

/** Words of more pay where the figures say less, or of less where they say more. @param change from pay now to pay then, as a share */
export function contradiction(words: string, change: number): 'less' | 'more' | undefined {
  if (change > 0 && LESS.test(words) && !OTHER_FIGURE.test(words)) return 'more';
  return change <= 0 && MORE.test(words) && !LESS.test(words) ? 'less' : undefined;
}

/** Whether a sentence names something gained by a move. */
export const saysGain = (words: string): boolean => GAIN.test(words);

/** Whether a move that pays less says both that it does and what is gained. @param change as above, below 0 */
export const saysLossAndGain = (words: string, change: number): boolean =>
  (LESS.test(words) || OTHER_FIGURE.test(words) || (change > -MUCH_THE_SAME && ALIKE.test(words))) &&
  saysGain(words);
