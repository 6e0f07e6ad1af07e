import { customerEmailProblem, customerNameProblem, tidyText } from './customer-details.js';

describe('a name', () => {
  it.each([
    'Ada Lovelace',
    'X',
    "Seán O'Brien-Ní Dhomhnaill",
    '王秀英',
    'محمد بن سلمان',
    'שרה כהן',
    'नरेन्द्र मोदी',
    'می‌خواهم',
    'Anne-Marie de la Très Longue Famille du Château de Beauregard',
    'x'.repeat(120),
  ])('may be %s', (name) => {
    expect(customerNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['nothing', '  \u00a0 '],
    ['a line break', 'Ada\nBcc: everyone@example.com'],
    ['a control character', 'Ada\u0007'],
    ['a mark that turns the text around', 'Ada\u202eecalevoL'],
    ['half a character', 'Ada \ud800'],
    ['digits alone', '12345'],
    ['more than a page can hold', 'x'.repeat(121)],
    ['more than the column can hold', '𠀀'.repeat(101)],
  ])('may not be %s', (_what, name) => {
    expect(customerNameProblem(name)).toEqual(expect.any(String));
  });

  it('is kept composed and with single spaces', () => {
    expect(tidyText('  Zoe\u0308 \u00a0  Smith ')).toBe('Zoë Smith');
  });
});

describe('an email address', () => {
  it.each(['ada@example.com', 'ada+pivot@mail.example.co.uk', "o'brien@example.org"])(
    'may be %s',
    (email) => {
      expect(customerEmailProblem(email)).toBeUndefined();
    },
  );

  it.each([
    '',
    'ada',
    'ada@',
    'ada@example',
    'a b@example.com',
    'ada@example.com\nBcc: x@example.com',
    'Ada <ada@example.com>',
    `${'a'.repeat(250)}@example.com`,
  ])('may not be %j', (email) => {
    expect(customerEmailProblem(email)).toEqual(expect.any(String));
  });
});
