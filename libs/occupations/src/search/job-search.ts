import type { SearchAnswer } from '../model/search-answer.js';
import type { SearchHit } from '../model/search-hit.js';
import type { EmployerNames } from './employer-names.js';
import { isSmall, tellingWords, wordsOf } from './normalise.js';
import type { loadOutsideWork, OutsideWork } from './outside-work.js';
import { type PhraseMatch, Phrases, without } from './phrases.js';
import type { TitleSearch } from './title-search.js';
import type { KnownWorkplace } from './workplaces.js';

type Note = NonNullable<SearchAnswer['note']>;

export interface JobSearchParts {
  readonly titles: TitleSearch;
  readonly workplaces: readonly KnownWorkplace[];
  readonly outside: ReturnType<typeof loadOutsideWork>;
  readonly employers: EmployerNames;
  /** The title of a page. */
  readonly titleOf: (slug: string) => string;
}

/** Answers what people type when asked for their job: a job, a place or employer, or that they have none. */
export class JobSearch {
  private readonly places = new Phrases<KnownWorkplace>();
  private readonly outside = new Phrases<OutsideWork>();
  private readonly beside = new Phrases<null>();

  constructor(private readonly parts: JobSearchParts) {
    for (const workplace of parts.workplaces)
      for (const name of workplace.names) this.places.add(name, workplace);
    for (const people of parts.outside.people)
      for (const name of people.names) this.outside.add(name, people);
    for (const phrase of parts.outside.beside) this.beside.add(phrase, null);
    for (const phrases of [this.places, this.outside])
      for (const word of phrases.words()) parts.titles.learn(word);
  }

  /** See {@link TitleSearch.warm}. */
  warm(): Promise<void> {
    return this.parts.titles.warm();
  }

  find(query: string, limit = 10): SearchAnswer {
    const { titles } = this.parts;
    const typed = titles.wordsOf(query);
    const outside = this.outsideWork(query);
    const [whole] = this.places.in(typed);
    if (whole?.meaning.is === 'many' && whole.length === typed.length)
      return {
        answer: 'place',
        note: placeNote(query, whole.meaning),
        hits: this.hitsOf(whole.meaning, limit),
      };
    if (titles.isTitle(typed)) {
      const hits = titles.search(query, limit);
      // A carer may be paid or not: the work is shown, and what is true of the others is said.
      return outside ? { answer: 'not-in-work', note: noteOf(outside), hits } : { answer: 'jobs', hits };
    }
    if (outside) return { answer: 'not-in-work', note: noteOf(outside), hits: [] };
    return this.atPlace(query, typed, limit) ?? this.elsewhere(query, typed, limit);
  }

  /** Somebody outside work, when nothing but that was said. */
  private outsideWork(query: string): OutsideWork | undefined {
    const typed = wordsOf(query);
    for (const words of [typed, this.parts.titles.wordsOf(query), this.parts.titles.spelt(typed)]) {
      const found = this.outside.in(words);
      const left = without(words, found);
      const [first] = found;
      const more = without(left, this.beside.in(left));
      if (first && more.every((word) => isSmall(word) || /^\d+$/.test(word))) return first.meaning;
    }
    return undefined;
  }

  /** A named place or employer: the job named beside it, or what many people do there. */
  private atPlace(query: string, typed: readonly string[], limit: number): SearchAnswer | undefined {
    const { titles } = this.parts;
    const named = [typed, titles.spelt(typed)]
      .map((words) => ({ words, places: this.placesIn(words) }))
      .find(({ places }) => places.length > 0);
    const place =
      named && [...named.places].sort((a, b) => rankOf(a.meaning) - rankOf(b.meaning))[0]?.meaning;
    if (!named || !place) return undefined;
    const { words, places } = named;
    const there = places.filter(({ meaning }) => meaning === place || BEYOND[meaning.is] < BEYOND.field);
    const rest = without(words, there);
    const answer: SearchAnswer = {
      answer: 'place',
      note: placeNote(query, place),
      hits: this.hitsOf(place, limit),
    };
    if (titles.isSeniority(rest)) return answer;
    const whole = titles.fitting(words, limit, 'strict');
    if (whole) return { answer: 'jobs', hits: whole };
    const favoured = new Set(place.slugs);
    const job = titles.fitting(rest, limit, 'free', favoured) ?? titles.near(words, limit, favoured);
    return job.length > 0 ? { answer: 'jobs', hits: job } : answer;
  }

  /** An employer whose name is a common word counts when it is all that is said, or where somebody works “at” it. */
  private placesIn(words: readonly string[]): PhraseMatch<KnownWorkplace>[] {
    const { titles } = this.parts;
    return this.places.in(words).filter(({ meaning, from, length }) => {
      if (meaning.is !== 'employer' || length > 1 || !titles.isInTitles(words[from] ?? '')) return true;
      return tellingWords(words).length === 1 || ['at', 'for', 'in'].includes(words[from - 1] ?? '');
    });
  }

  private elsewhere(query: string, typed: readonly string[], limit: number): SearchAnswer {
    const { titles, employers } = this.parts;
    const fitting = titles.fitting(typed, limit, 'strict');
    if (fitting) return { answer: 'jobs', hits: fitting };
    const employer = employers.named(query);
    if (employer) return { answer: 'place', note: employerNote(employer), hits: [] };
    const hits = titles.fitting(typed, limit) ?? titles.near(typed, limit);
    return hits.length > 0 ? { answer: 'jobs', hits } : { answer: 'nothing-close', hits };
  }

  private hitsOf({ slugs }: KnownWorkplace, limit: number): SearchHit[] {
    return slugs.slice(0, limit).map((slug) => {
      const title = this.parts.titleOf(slug);
      return { slug, title, matchedTitle: title };
    });
  }
}

/** What says more of where somebody works comes first. */
const BEYOND = { employer: 0, place: 1, field: 2, many: 3 } as const;
const rankOf = ({ is }: KnownWorkplace): number => BEYOND[is];

const noteOf = ({ heading, text }: OutsideWork): Note => ({ heading, text });

const PLACE_NOTES = {
  employer: 'is an employer, not a job',
  place: 'is a place of work, not a job',
  field: 'is a field of work, not one job',
  many: 'can mean many jobs',
} as const;

const placeNote = (query: string, { is }: KnownWorkplace): Note => ({
  heading: `“${query}” ${PLACE_NOTES[is]}`,
  text: 'Many people there do one of these jobs. If yours is not here, search by your own job title, such as “receptionist”.',
});

const employerNote = (name: string): Note => ({
  heading: `“${name}” is an employer, not a job`,
  text: 'One employer has many kinds of work. Search by your own job title there, such as “receptionist”.',
});
