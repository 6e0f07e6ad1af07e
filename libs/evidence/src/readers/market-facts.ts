import {
  apprenticeshipFact,
  courseFact,
  employerFact,
  employingFact,
  fundingFact,
  fundingHereFact,
  groupRouteFact,
  registerFact,
  type SaidFact,
  scaleFact,
  guideFact,
  stepFact,
  termsFact,
  wageFact,
} from '@app/blueprint';
import {
  allLeavingTerms,
  aiGuides,
  fundingAreas,
  fundsForAnyCourse,
  fundsOutOfWork,
  type GroupLearning,
  type LabourMarket,
  minimumWageOn,
  type Route,
  titlesOfTheirOwn,
} from '@app/labour-market';
import type { ApprenticeshipRecord, Catalogue } from '@app/occupations';
import type { ReadFact } from '../outside-fact.js';

const FOLDER = 'libs/labour-market/content';
/** Files that carry no date of their own were written in this month. */
export const WRITTEN = '2026-11';
/** Where Skills England shows one version of an apprenticeship. */
const pageOf = ({ reference, version }: ApprenticeshipRecord): string =>
  `skillsengland.education.gov.uk/apprenticeships/${reference.toLowerCase()}-v${version.replaceAll('.', '-')}`;

/** The way into every unit group, and what the law, employers, apprenticeships and money ask or offer there. */
export function* routeFacts(catalogue: Catalogue, market: LabourMarket): Generator<ReadFact> {
  for (const [code, route] of market.allRoutes()) {
    const title = catalogue.dataset.unitGroups.get(code)?.name ?? code;
    const here = (...lookFor: string[]) =>
      [{ file: `${FOLDER}/routes/${code.slice(0, 2)}.yaml`, lookFor: [`'${code}':`, ...lookFor] }] as const;
    const unread = { written: WRITTEN, unchecked: true };
    yield {
      ...groupRouteFact(code, route),
      title: `Into ${code} ${title}`,
      page: firstPage(route.read ?? route.registers[0]?.page ?? route.funded[0]?.page),
      places: here(),
      written: WRITTEN,
      unchecked: route.read === undefined,
    };
    for (const near of route.from ?? []) {
      const whole = near.months && { ...route, ...near, isFrom: near.groups.join(' ') };
      if (whole)
        yield {
          ...groupRouteFact(code, whole),
          title: `Into ${code} ${title} from ${near.groups.join(', ')}`,
          page: firstPage(route.registers[0]?.page ?? route.funded[0]?.page),
          places: here('from:'),
          ...unread,
        };
      for (const way of near.funded ?? [])
        yield { ...titled(fundingFact(way), way.way, way.page), places: here(way.way), ...unread };
    }
    for (const register of route.registers)
      yield {
        ...titled(registerFact(register), register.body, register.page),
        places: here(register.body),
        ...unread,
      };
    for (const way of route.funded)
      yield { ...titled(fundingFact(way), way.way, way.page), places: here(way.way), ...unread };
    yield* apprenticeships(catalogue, route, here);
  }
}

/** What is said of titles that are a small part of their unit group: their own way in, and who employs them. */
export function* titleFacts(catalogue: Catalogue, market: LabourMarket): Generator<ReadFact> {
  for (const [slug, { way, employers }] of titlesOfTheirOwn()) {
    const { ukCodes = [], title = slug } = catalogue.bySlug(slug) ?? {};
    const code = ukCodes[0]?.code ?? '';
    const route = market.routeInto(ukCodes, slug);
    const here = (lookFor: string) =>
      ({
        page: firstPage(route?.registers[0]?.page),
        places: [{ file: `${FOLDER}/title-facts.yaml`, lookFor: [`${slug}:`, lookFor] }],
        written: WRITTEN,
        unchecked: true,
      }) as const;
    if (way && route)
      yield { ...groupRouteFact(code, route), title: `Into ${code} ${title}`, ...here('way:') };
    if (employers)
      yield {
        ...employingFact(code, { ...employers, ofTitle: slug }),
        title: `Of ${code} ${title}`,
        ...here('employers:'),
        page: null,
      };
  }
}

/** What of ways of paying hangs on having no work, or on one region. */
export function* fundingFacts(market: LabourMarket): Generator<ReadFact> {
  const rest = (lookFor: string) =>
    ({
      places: [{ file: `${FOLDER}/funding.yaml`, lookFor: [lookFor] }],
      written: WRITTEN,
      unchecked: true,
    }) as const;
  for (const way of fundsOutOfWork())
    yield { ...titled(fundingFact(way), `${way.way}, without work`, way.page), ...rest(way.way) };
  for (const way of fundsForAnyCourse())
    yield { ...titled(fundingFact(way), `${way.way}, for any course`, way.page), ...rest(way.way) };
  const said = new Set<string>();
  for (const { way: part, words, page } of fundingAreas())
    for (const { funded } of market.allRoutes().values())
      for (const way of [...funded, ...fundsOutOfWork(), ...fundsForAnyCourse()].filter((one) =>
        one.way.includes(part),
      )) {
        const fact = fundingHereFact(way, words);
        if (said.has(fact.key)) continue;
        said.add(fact.key);
        yield { ...titled(fact, `${way.way}: ${words}`, page), ...rest(words) };
      }
}

function* apprenticeships(
  { dataset }: Catalogue,
  route: Route,
  here: (lookFor: string) => ReadFact['places'],
): Generator<ReadFact> {
  const written = monthOf(dataset.sources.get('apprenticeships')?.release ?? '');
  for (const reference of route.apprenticeships) {
    const record = dataset.apprenticeships.get(reference);
    if (!record) continue;
    const fact = titled(apprenticeshipFact(record), `${reference} ${record.name}`, pageOf(record));
    yield { ...fact, places: here(reference), written, unchecked: false };
  }
}

/** Who usually employs the people of every unit group, and how to find them. */
export function* employerFacts(catalogue: Catalogue, market: LabourMarket): Generator<ReadFact> {
  for (const [code, employing] of market.allEmploying()) {
    const title = `Of ${code} ${catalogue.dataset.unitGroups.get(code)?.name ?? ''}`.trim();
    const places = [{ file: `${FOLDER}/employers/${code.charAt(0)}.yaml`, lookFor: [`'${code}':`] }] as const;
    yield { ...titled(employingFact(code, employing)), title, places, written: WRITTEN, unchecked: true };
  }
}

/** Which employers are of each kind and where; those of no register by their own sites. */
export function* employerKindFacts(market: LabourMarket): Generator<ReadFact> {
  for (const { kind, file, lookFor, page, ...said } of market.employerKinds().facts()) {
    const places = [{ file: `${FOLDER}/employer-kinds/${file}`, lookFor: [`${kind}:`, lookFor] }] as const;
    yield { ...titled(employerFact(said), said.name, page), places, written: WRITTEN, unchecked: true };
  }
}

/** What the lessons of every unit group name, and of titles that have lessons of their own. */
export function* courseFacts(market: LabourMarket): Generator<ReadFact> {
  for (const [code, lessons] of market.allLearning())
    yield* coursesOf(lessons, `learning/${code.slice(0, 2)}.yaml`, `'${code}':`);
  for (const [slug, lessons] of market.learningOfTitles())
    yield* coursesOf(lessons, 'learning-of-titles/titles.yaml', `${slug}:`);
}

function* coursesOf({ first, checked }: GroupLearning, file: string, entry: string): Generator<ReadFact> {
  for (const course of first.flatMap((item) => [item.with, ...(item.elsewhere ?? []).map((one) => one.with)]))
    yield {
      ...titled(courseFact(course), course.name, course.page),
      places: [{ file: `${FOLDER}/${file}`, lookFor: [entry, course.page] }],
      written: checked === false ? WRITTEN : checked,
      unchecked: checked === false,
    };
}

/** The next steps inside the trade of every unit group. */
export function* stepFacts(market: LabourMarket): Generator<ReadFact> {
  for (const [code, { steps, checked }] of market.allSteps())
    for (const step of steps)
      yield {
        ...titled(stepFact(code, step), `Of ${code}: ${step.step}`, step.page),
        places: [{ file: `${FOLDER}/steps/${code.slice(0, 2)}.yaml`, lookFor: [`'${code}':`, step.step] }],
        written: checked === false ? WRITTEN : checked,
        unchecked: checked === false,
      };
}

/** What bodies say on using AI tools in their work. */
export function* guideFacts(): Generator<ReadFact> {
  for (const guide of aiGuides())
    yield {
      ...titled(guideFact(guide), `${guide.name}, ${guide.by}`, guide.page),
      places: [{ file: `${FOLDER}/ai-guides.yaml`, lookFor: [guide.name] }],
      written: WRITTEN,
      unchecked: true,
    };
}

/** The least the law allows an employer to pay, as it stands on a day. */
export function* wageFacts(day: string): Generator<ReadFact> {
  const wage = minimumWageOn(day, undefined);
  const isChecked = /^20\d\d-\d\d$/.test(wage.checked);
  yield {
    ...titled(wageFact(wage), 'National Living Wage', wage.page),
    places: [{ file: `${FOLDER}/minimum-wage.yaml`, lookFor: [`from: '${wage.from}'`] }],
    written: isChecked ? wage.checked : WRITTEN,
    unchecked: !isChecked,
  };
}

/** The national pay scales that pages name. */
export function* scaleFacts(market: LabourMarket): Generator<ReadFact> {
  for (const [id, scale] of new Map([...market.allPayScales().values()].map((one) => [one.id, one.scale])))
    yield {
      ...titled(scaleFact(id, scale), scale.name, scale.page),
      places: [{ file: `${FOLDER}/pay-scales/pay-scales.yaml`, lookFor: [`${id}:`] }],
      written: WRITTEN,
      unchecked: scale.stored === undefined,
    };
}

/** What somebody should know before they give up a job. */
export function* termsFacts(): Generator<ReadFact> {
  for (const term of allLeavingTerms())
    yield {
      ...titled(termsFact(term), `Leaving a job: ${term.id}`, term.page),
      places: [{ file: `${FOLDER}/leaving.yaml`, lookFor: [term.page] }],
      written: WRITTEN,
      unchecked: true,
    };
}

const titled = (fact: SaidFact, title: string = fact.key, page?: string) => ({
  ...fact,
  title,
  page: firstPage(page),
});

/** "a.org or b.org": the first. */
const firstPage = (page: string | undefined): string | null => page?.split(' or ')[0] ?? null;

/** "14 August 2026" → "2026-08". */
function monthOf(release: string): string {
  const day = new Date(`${release} UTC`);
  return Number.isNaN(day.getTime()) ? WRITTEN : day.toISOString().slice(0, 7);
}
