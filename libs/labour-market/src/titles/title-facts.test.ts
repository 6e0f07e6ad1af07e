import { Test } from '@nestjs/testing';
import { Catalogue, OccupationsModule } from '@app/occupations';
import { LabourMarket } from '../labour-market.js';
import { LabourMarketModule } from '../labour-market.module.js';
import { titlesOfTheirOwn } from './title-facts.js';

let catalogue: Catalogue;
let market: LabourMarket;
beforeAll(async () => {
  const module = await Test.createTestingModule({
    imports: [OccupationsModule, LabourMarketModule],
  }).compile();
  [catalogue, market] = [
    module.get(Catalogue, { strict: false }),
    module.get(LabourMarket, { strict: false }),
  ];
});

describe('a title that is a small part of its unit group', () => {
  it('is asked, taught and funded as itself', () => {
    for (const slug of titlesOfTheirOwn().keys()) {
      const codes = catalogue.bySlug(slug)?.ukCodes ?? [];
      const [group, own] = [market.routeInto(codes), market.routeInto(codes, slug)];
      if (!group || !own) throw new Error(`there is no way into ${slug}`);
      expect(own.ask).toMatch(/\?$/);
      expect(own.ask).not.toBe(group.ask);
      for (const reference of own.apprenticeships)
        expect([slug, catalogue.dataset.apprenticeships.get(reference)?.status]).toEqual([slug, 'open']);
      expect(own.funded.map(({ way }) => way).join()).not.toMatch(/apprentice/i);
      const { first = [] } = market.learningFor(codes, slug) ?? {};
      expect(first).toHaveLength(3);
      // The smallest effort first, as for groups.
      const hours = first.map((item) => item.hours.from);
      expect([slug, hours]).toEqual([slug, [...hours].sort((a, b) => a - b)]);
    }
    const architect = catalogue.bySlug('solutions-architect')?.ukCodes ?? [];
    expect(market.routeInto(architect, 'solutions-architect')?.ask).not.toContain(
      'how the work was really done',
    );
    expect(market.routeInto(architect)?.ask).toContain('how the work was really done');
  });

  it('has its own way in and its own employers where those of the group are another trade’s', () => {
    const said = (slug: string): string => {
      const codes = catalogue.bySlug(slug)?.ukCodes ?? [];
      return JSON.stringify([
        market.routeInto(codes, slug),
        market.employersFor(codes, 'E12000009', 3, slug),
      ]);
    };
    expect(said('plant-or-farm-machinery-mechanic')).toMatch(/dealer of tractors/);
    expect(said('plant-or-farm-machinery-mechanic')).not.toMatch(
      /gunsmith|bicycle|locksmith|Gas Safe|Airbus/,
    );
    expect(said('debt-adviser')).toMatch(/Financial Conduct Authority.*Citizens Advice/);
    expect(said('debt-adviser')).not.toMatch(/counselling|BACP|Samaritans/i);
    expect(said('dietitian')).toMatch(/Health and Care Professions Council/);
    expect(said('dietitian')).not.toMatch(/hearing aid|theatre|physiolog/i);
    expect(said('meat-hygiene-inspector')).not.toMatch(
      /Building Safety Regulator|Driver and Vehicle|Trading Standards/,
    );
    expect(said('driving-examiner')).toMatch(/Driver and Vehicle Agency/);
    // “Officer” and “therapist” are words of many trades: what is asked at the border or of arts therapists is not asked of these.
    expect(said('coastguard-officer')).not.toMatch(/Border Force|Security Industry Authority/);
    expect(said('private-investigator')).not.toMatch(/Security Industry Authority/);
    for (const therapist of ['play-therapist', 'sports-therapist'])
      expect(said(therapist)).not.toMatch(/Health and Care Professions Council/);
    expect(said('art-therapist')).toMatch(/Health and Care Professions Council/);
    expect(said('immigration-officer')).toMatch(/Home Office and Border Force/);
    const codes = catalogue.bySlug('debt-adviser')?.ukCodes ?? [];
    expect(market.employersFor(codes, 'E12000009', 3, 'debt-adviser')?.employers).toEqual([]);
    expect(JSON.stringify(market.routeInto(codes))).toMatch(/counselling/i);
  });

  it('is not reached by the nearer way into another trade of its group', () => {
    const said = (slug: string): string =>
      JSON.stringify(
        market.routeFor(catalogue.bySlug(slug)?.ukCodes ?? [], slug, {
          ownGroup: '2237',
          title: 'Nurse',
          outOfWork: false,
        }),
      );
    expect(said('dietitian')).toMatch(/approved degree in dietetics/);
    expect(said('dietitian')).not.toMatch(/occupational health nurse|Your registration/i);
    expect(said('occupational-health-adviser')).toMatch(/Your registration is the way in/);
  });

  it('has lessons of its own, and none that only its group has', () => {
    expect([...market.learningOfTitles().keys()].sort()).toEqual([...titlesOfTheirOwn().keys()].sort());
    const lessons = (slug: string): string =>
      JSON.stringify(market.learningFor(catalogue.bySlug(slug)?.ukCodes ?? [], slug));
    expect(lessons('platform-engineer')).toMatch(/Kubernetes/);
    expect(lessons('platform-engineer')).not.toMatch(/BCS|monitoring analyst/);
    expect(lessons('audiologist')).not.toMatch(/theatre|dietitian/i);
  });
});
