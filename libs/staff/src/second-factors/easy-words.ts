/** Words that everybody would try first at this desk, in small letters; with those of the person and the product's name (ASVS 6.1.2). */
const EASY = [
  ...[
    'password',
    'passwort',
    'passw0rd',
    'passphrase',
    'letmein',
    'welcome',
    'changeme',
    'iloveyou',
    'qwertyuiop',
  ],
  ...[
    'qwerty',
    'asdfghjkl',
    'zxcvbnm',
    '1q2w3e4r5t6y',
    '1qaz2wsx',
    'abcdefgh',
    '1234567890',
    '123456',
    '0987654321',
  ],
  ...[
    'admin',
    'reviewer',
    'manager',
    'blueprint',
    'career',
    'pivotwise',
    'pivot',
    'desk',
    'spring',
    'summer',
    'autumn',
  ],
  ...[
    'winter',
    'january',
    'february',
    'november',
    'december',
    'london',
    'england',
    'britain',
    'arsenal',
    'liverpool',
  ],
];
/** What must be left of a password without them, and how many different signs it must have. */
const LEAST_LEFT = 8;
const LEAST_DIFFERENT = 5;
/** Shorter words of a name or an address may stand in a good password by chance. */
const SHORTEST_WORD = 4;

/**
 * Whether somebody who knows the person and the product would try this password early: it is little more than such words, or a sign or two over
 * and over. @param about whose it is: email, name, the product's name.
 */
export function isEasy(password: string, about: readonly string[]): boolean {
  const own = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= SHORTEST_WORD);
  const words = [...EASY, ...own].sort((a, b) => b.length - a.length);
  const left = words.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  return left.length < LEAST_LEFT || new Set(left).size < LEAST_DIFFERENT;
}
