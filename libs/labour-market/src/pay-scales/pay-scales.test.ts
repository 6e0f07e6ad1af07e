import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogue, ContentError } from '@app/occupations';
import { LabourMarket } from '../labour-market.js';
import { loadPayScales, PAY_SCALES_FOLDER } from './load-pay-scales.js';
import { scaleSentence, scaleSource } from './pay-scale.js';

const catalogue = Catalogue.load();
const market = new LabourMarket(catalogue);
const said = (code: string): string | undefined => {
  const found = market.payScaleOf(code);
  return found && scaleSentence(found);
};

describe('national pay scales', () => {
  it('are said in one calm sentence, for most and for some', () => {
    expect(said('2237')).toBe(
      'Most nurses are paid on the NHS pay scale, Agenda for Change: your band matters more than these figures.',
    );
    expect(said('2251')).toBe(
      'Some pharmacists are paid on the NHS pay scale, Agenda for Change; if you are one of them, your band matters more than these figures.',
    );
    expect(said('2462')).toMatch(/^Most probation officers in England and Wales are paid on/);
  });

  it('are those of the unit group on the pages inside it, and a six-digit group’s own are its alone', () => {
    expect(said('2212/10')).toMatch(/NHS doctors/);
    expect(said('2411/02')).toMatch(/^Most judges/);
    expect([said('2411/01'), said('2411'), said('5434')]).toEqual([undefined, undefined, undefined]);
  });

  it('say who sets them, where to read that, and whether anybody did', () => {
    const [nurse, teacher] = [market.payScaleOf('2237'), market.payScaleOf('2314')];
    expect(nurse && scaleSource(nurse)).toMatch(
      /^Pay scale: set by .+ See www\.nhsemployers.+ stored copy of /,
    );
    expect(teacher && scaleSource(teacher)).toMatch(/not checked against its page\.$/);
  });

  it('name the ones that people ask for, and never an amount', () => {
    const all = [...market.allPayScales().values()];
    for (const id of [
      'agenda-for-change',
      'nhs-doctors',
      'teachers',
      'police',
      'fire',
      'armed-forces',
      'councils',
    ])
      expect([id, all.some((one) => one.id === id)]).toEqual([id, true]);
    expect(all.map(scaleSentence).join()).not.toMatch(/£|\d{2},\d{3}|undefined/);
  });

  describe('in a file with faults', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'scales-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const text = readFileSync(join(PAY_SCALES_FOLDER, 'pay-scales.yaml'), 'utf8');

    it.each([
      ['a group that does not exist', text.replace("code: '2231'", "code: '9999'"), /there is no group 9999/],
      [
        'a group on two scales',
        text.replace("code: '2232'", "code: '3312'"),
        /3312 stands on agenda-for-change already/,
      ],
      ['a share we do not use', text.replace('share: most', 'share: nearly all'), /share must be one of/],
      ['an amount', text.replace('the NHS pay scale,', 'the NHS pay scale (£31,049),'), /an amount/],
      ['an address that is none', text.replace('www.ucea.ac.uk', 'see UCEA'), /page must match/],
      [
        'a key nobody knows',
        text.replace('  counts: your role', '  pays: 1\n  counts: your role'),
        /pays should not exist/,
      ],
    ])('%s is named with file and line', (_what, spoiled, fault) => {
      expect(spoiled).not.toBe(text);
      writeFileSync(join(folder, 'pay-scales.yaml'), spoiled);
      const load = () => loadPayScales(catalogue.dataset.occupations, folder);
      expect(load).toThrow(ContentError);
      expect(load).toThrow(fault);
      expect(load).toThrow(/pay-scales\.yaml:\d+: /);
    });
  });
});
