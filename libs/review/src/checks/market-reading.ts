import { Injectable } from '@nestjs/common';
import type { Answers } from '@app/assessment';
import type { BlueprintSnapshot } from '@app/blueprint';
import {
  bodyIn,
  type Entrant,
  LabourMarket,
  nationOf,
  NATIONS,
  payAtHours,
  type Route,
} from '@app/labour-market';
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
    const entrant: Entrant = {
      ownGroup: this.catalogue.bySlug(occupation.slug)?.ukCodes[0]?.code,
      title: `${answers?.jobTitle ?? ''} ${occupation.title}`,
      region: answers?.region,
      outOfWork: false,
    };
    return {
      catalogueVersion: this.catalogue.version,
      market: new Map(
        slugs.map((slug) => [slug, marketFacts(slug, this.catalogue, this.market, answers, entrant)]),
      ),
      percentileOf: (score) => this.percentileOf(score),
      releases: new Map([...sources].map(([id, { release }]) => [id, release])),
    };
  }

  /** Bodies whose registration or licence the law asks for, for an occupation; none when it is not in the catalogue. */
  licences(slug: string, region: string | undefined): string[] {
    const target = this.catalogue.bySlug(slug);
    return target ? licencesOf(this.market.routeInto(target.ukCodes, slug), region) : [];
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
  entrant: Entrant,
): MarketFacts {
  const target = catalogue.bySlug(slug);
  if (!target) return { pay: null, licences: [], employers: [] };
  const { ukCodes } = target;
  const region = answers?.region;
  return {
    pay: payFacts(ukCodes, market, answers),
    // By the way that this person goes: somebody on a register needs no paper of another part of the group.
    licences: licencesOf(market.routeFor(ukCodes, slug, entrant), region),
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
function licencesOf(route: Route | undefined, region: string | undefined): string[] {
  const nation = nationOf(region);
  const wanted = nation === undefined ? NATIONS : [nation];
  return (route?.registers ?? [])
    .filter(({ force, nations }) => force === 'law' && wanted.some((one) => nations.includes(one)))
    .map(({ body }) => bodyIn(body, nation));
}
