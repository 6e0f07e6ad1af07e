import { wholeClause } from './whole-clause.js';

describe('a line of the plan', () => {
  it.each([
    [
      'Ask for the first part of it in writing: when, who pays, and what follows.',
      50,
      'Ask for the first part of it in writing.',
    ],
    [
      'Let one colleague use the checklist for a week; add what they find.',
      55,
      'Let one colleague use the checklist for a week.',
    ],
    [
      'Take on one piece of it yourself, with that person checking the rest.',
      44,
      'Take on one piece of it yourself.',
    ],
    [
      'Build a sheet for a charity so that the trustees can see a date and a balance.',
      70,
      'Build a sheet for a charity.',
    ],
    [
      'As a test: find the commodity code, duty and licence of one thing in your kitchen.',
      60,
      'As a test: find the commodity code.',
    ],
    ['Short, and whole.', 84, 'Short, and whole.'],
    [
      'look for Learning and skills teacher (level 5, ST0149) near you; ring one employer.',
      52,
      'look for Learning and skills teacher.',
    ],
    [
      'Onelongwordaftertheotherwithoutanyendofaclausethatcouldbetaken',
      30,
      'Onelongwordaftertheotherwithoutanyendofaclausethatcouldbetaken',
    ],
  ])('ends where a clause does: %s', (text, most, line) => {
    expect(wholeClause(text, most)).toBe(line);
  });
});
