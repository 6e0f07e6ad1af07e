import { isEasy } from './easy-words.js';

const ABOUT = ['grace.hopper@example.org', 'Grace Hopper', 'Pivotwise'];

describe('a password that is easy to guess', () => {
  it.each([
    ['Password2026!', 'a usual word'],
    ['PivotwiseDesk1', 'the name of the product'],
    ['gracehopper12345', 'the person’s name'],
    ['hopper@example.', 'their address'],
    ['aaaaaaaaaaaaaa', 'one sign over and over'],
    ['123412341234', 'few signs over and over'],
    ['qwertyuiop1234567890', 'a row of keys'],
  ])('%s: %s', (password) => expect(isEasy(password, ABOUT)).toBe(true));

  it.each(['correct horse battery', 'not password but much more', 'zK4!vh29pQ.m', '  spaces   and words '])(
    'is not “%s”',
    (password) => expect(isEasy(password, ABOUT)).toBe(false),
  );
});
