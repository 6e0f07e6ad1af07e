import type { Route } from '@app/labour-market';
import { entryWords } from './entry-words.js';

const ALL: Route['registers'][number]['nations'] = ['England', 'Wales', 'Scotland', 'Northern Ireland'];
const registers = (
  what: string,
  nations: Route['registers'][number]['nations'] = ALL,
): Pick<Route, 'registers'> => ({
  registers: [{ force: 'law', what, body: 'the register', page: 'www.gov.uk', nations }],
});

describe('how a move is made, in words', () => {
  it('is the step of the move first, then what the law asks of the whole trade', () => {
    expect(entryWords(registers('a licence to drive'), {}, 'a course of two days')).toBe(
      'A course of two days; by law: a licence to drive (the register).',
    );
    expect(entryWords(registers('a licence to drive'), {}, undefined)).toBe(
      'A licence to drive (the register).',
    );
    expect(entryWords(undefined, {}, undefined)).toBeUndefined();
  });

  it('does not say the law a second time where the step names it', () => {
    expect(entryWords(registers('a licence to drive'), {}, 'the licence, in three weeks')).toBe(
      'The licence, in three weeks.',
    );
  });

  it('says nothing of a licence for another part of the trade, or of another nation', () => {
    expect(entryWords(registers('in casinos only: a personal licence'), {}, 'a trial shift')).toBe(
      'A trial shift.',
    );
    expect(
      entryWords(registers('a licence to drive', ['Scotland']), { region: 'W92000004' }, undefined),
    ).toBeUndefined();
  });
});
