import { emailSuggestion } from './email-suggestion.js';

describe('"did you mean"', () => {
  it.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmail.co', 'ada@gmail.com'],
    ['Ada.B+x@GMAI.com', 'Ada.B+x@gmail.com'],
    ['ada@hotmial.co.uk', 'ada@hotmail.co.uk'],
    ['ada@btinternett.com', 'ada@btinternet.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@iclod.com', 'ada@icloud.com'],
  ])('asks about %s', (typed, meant) => expect(emailSuggestion(typed)).toBe(meant));

  it.each([
    'ada@gmail.com',
    'ada@mail.com',
    'ada@ymail.com',
    'ada@example.com',
    'ada@leeds.ac.uk',
    'ada@nhs.net',
    'ada@GMX.co.uk',
    'ada',
    '@gmial.com',
    '',
  ])('says nothing about %s', (typed) => expect(emailSuggestion(typed)).toBeUndefined());
});
