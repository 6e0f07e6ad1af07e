import { Injectable } from '@nestjs/common';
import type { Answers } from '@app/assessment';
import type { BlueprintSnapshot } from '@app/blueprint';
import { bodyIn, LabourMarket, nationOf, NATIONS, payAtHours } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import type { DataFacts, MarketFacts } from './check-facts.js';

/** As many employers as a draft may name for a path, and those that would follow them. */
const EMPLOYERS = 12;

/** Looks up by slug alone what the catalogue and the labour market say of the occupations of a draft: not by the way the draft was made. */
@Injectable()
export class MarketReading {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {}

  of({ occupation, paths }: BlueprintSnapshot, answers: Answers | null): DataFacts {
    const slugs = [occupation.slug, ...paths.map(({ slug }) => slug)];
    const { sources } = this.catalogue.dataset;
    return {
      catalogueVersion: this.catalogue.version,
      market: new Map(slugs.map((slug) => [slug, marketFacts(slug, this.catalogue, this.market, answers)])),
      percentileOf: (score) => this.percentileOf(score),
      releases: new Map([...sources].map(([id, { release }]) => [id, release])),
    };
  }

  /** Bodies whose registration or licence the law asks for, for an occupation; none when it is not in the catalogue. */
  licences(slug: string, region: string | undefined): string[] {
    const target = this.catalogue.bySlug(slug);
    return target ? licencesOf(target.ukCodes, this.market, region) : [];
  }

  /**
   * UK jobs in unit groups that score lower, of all UK jobs: the definition (method §1), added up one by one. Not those of the groups within
   * them, whose jobs are the same ones again.
   */
  private percentileOf(score: number): number {
    const all = [...this.catalogue.dataset.occupations.values()].filter(({ code }) => code.length === 4);
    const jobs = (some: typeof all): number => some.reduce((sum, { ukJobs }) => sum + ukJobs, 0);
    return (100 * jobs(all.filter((one) => one.score < score))) / jobs(all);
  }
}

function marketFacts(
  slug: string,
  catalogue: Catalogue,
  market: LabourMarket,
  answers: Answers | null,
): MarketFacts {
  const target = catalogue.bySlug(slug);
  if (!target) return { pay: null, licences: [], employers: [] };
  const { ukCodes } = target;
  const region = answers?.region;
  return {
    pay: payFacts(ukCodes, market, answers),
    licences: licencesOf(ukCodes, market, region),
    employers: (market.employersFor(ukCodes, region, EMPLOYERS)?.employers ?? []).map(({ name }) => name),
  };
}

type Codes = Parameters<LabourMarket['payFor']>[0];

function payFacts(codes: Codes, market: LabourMarket, answers: Answers | null): MarketFacts['pay'] {
  const published = market.payFor(codes, answers?.region);
  if (!published) return null;
  const { p25, median, p75, name, level, code } = payAtHours(published, answers?.hoursPerWeek);
  return { p25, median, p75, group: name ?? `${level} ${code}` };
}

/** Those of the person's nation, by the name of their own body there; of all nations when they did not say. */
function licencesOf(codes: Codes, market: LabourMarket, region: string | undefined): string[] {
  const nation = nationOf(region);
  const wanted = nation === undefined ? NATIONS : [nation];
  return (market.routeInto(codes)?.registers ?? [])
    .filter(({ force, nations }) => force === 'law' && wanted.some((one) => nations.includes(one)))
    .map(({ body }) => bodyIn(body, nation));
}
