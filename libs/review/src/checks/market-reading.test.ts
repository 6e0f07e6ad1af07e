import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { MarketReading } from './market-reading.js';

describe('what the law asks of a path', () => {
  it('is asked for by the name of the body in the person’s nation, as pages print it', () => {
    const catalogue = Catalogue.load();
    const reading = new MarketReading(catalogue, new LabourMarket(catalogue));
    const of = (region: string): string[] => reading.licences('charity-manager-or-director', region);
    expect(of('E12000007')).toEqual(['Charity Commission']);
    expect(of('S92000003')).toEqual([expect.stringMatching(/OSCR|Scottish Charity Regulator/)]);
    expect(of('N92000002')).toEqual(['Charity Commission for Northern Ireland']);
  });

  it('is asked for by the way that the person goes: a nurse is on her register already', () => {
    const catalogue = Catalogue.load();
    const reading = new MarketReading(catalogue, new LabourMarket(catalogue));
    const slug = catalogue.all().find(({ code }) => code === '2259')?.slug ?? '';
    const licences = (from: string, title: string): string =>
      (
        reading.of({ occupation: { slug: from, title }, paths: [{ slug }] } as never, null).market.get(slug)
          ?.licences ?? []
      ).join();
    expect(licences('nurse', 'Nurse')).not.toContain('Health and Care Professions Council');
    expect(licences('receptionist', 'Receptionist')).toContain('Health and Care Professions Council');
  });
});
