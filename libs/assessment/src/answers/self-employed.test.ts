import { isSelfEmployed } from './self-employed.js';

describe('who works for themselves', () => {
  it.each([
    ['Self-employed hairdresser', true],
    ['Freelance translator (Romanian and French)', true],
    ['sole trader, gardens', true],
    ['I run my own salon', true],
    ['Mobile hairdresser', true],
    ['Barber, I rent a chair', true],
    ['Owner-driver, parcels', true],
    ['I clean for my own clients', true],
    ['Employed gardener', false],
    ['Mobile phone repairer', false],
    ['Practice owner’s assistant', false],
    ['Self-service host', false],
    ['', false],
  ])('%s: %s', (jobTitle, expected) => {
    expect(isSelfEmployed({ jobTitle })).toBe(expected);
  });

  it('is not known without a title', () => {
    expect(isSelfEmployed({})).toBe(false);
  });
});
