import { IsOptional, IsString } from 'class-validator';
import { SECTORS } from '@app/occupations';
import { betweenJobsTitle, isBetweenJobs } from '../answers/between-jobs.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { Line } from './form-fields.js';
import { type Question, type QuestionContext, textIn } from './question.js';

const NONE = 'none';

class JobForm {
  /** What was searched for. */
  @IsOptional()
  @Line(80)
  @IsString()
  q?: string;

  /** The slug of the title chosen, or `none`. */
  @IsOptional()
  @Line(200)
  @IsString()
  occupation?: string;
}

/** The job, by search. Where no title fits, the family of work is asked in its place. */
export const jobQuestion = (entry: QuestionEntry): Question<JobForm> => ({
  entry,
  keys: entry.saves ?? [entry.id],
  form: JobForm,
  typed: ({ asked }) => ({ q: asked.q ?? '' }),
  page: (context, typed) => {
    const words = textIn(typed, 'q');
    const { occupationSlug } = context.answers;
    const current = occupationSlug === undefined ? undefined : context.occupationBySlug(occupationSlug);
    return {
      template: 'job',
      data: {
        words,
        note: (words && context.searchNote(words)) || null,
        hits: (words ? context.search(words) : []).map(({ slug, title, matchedTitle }) => ({
          slug,
          title,
          matched: sameWords(matchedTitle, title) ? '' : matchedTitle,
        })),
        chosen: textIn(typed, 'occupation'),
        current: current ? { title: current.title } : null,
      },
    };
  },
  read: ({ q = '', occupation: slug = '' }, context) => {
    if (slug === NONE) return { instead: 'family', query: { title: q } };
    const occupation = slug ? context.occupationBySlug(slug) : undefined;
    if (!occupation) {
      const message = 'Choose the job that is closest to yours, or “None of these”';
      return { problems: [{ field: 'occupation', message }] };
    }
    const title = ownTitle(q, occupation.slug, context) ?? occupation.title;
    const jobTitle = isBetweenJobs(context.answers) ? betweenJobsTitle(title) : title;
    return { answers: { occupationSlug: occupation.slug, jobTitle } };
  },
  told: ({ answers: { jobTitle, familyId }, occupation }) => {
    const title = occupation?.title ?? (familyId ? SECTORS[familyId] : undefined);
    const own = jobTitle !== undefined && jobTitle.toLowerCase() !== title?.toLowerCase();
    const said = own && (isBetweenJobs({ jobTitle }) ? jobTitle : `In your words: ${jobTitle}`);
    const answer = [...(title === undefined ? [] : [title]), ...(said ? [said] : [])];
    return [{ question: entry.check ?? entry.title, answer }];
  },
  staff: ({ answers: { jobTitle }, result }) => [
    { question: entry.staff?.label ?? entry.title, answer: result.occupationTitle },
    ...(jobTitle ? [{ question: 'In their own words', answer: jobTitle }] : []),
  ],
});

/** What was typed, if it is a whole title of the job: half a word or a slip of the finger is not what anyone calls their job. */
function ownTitle(words: string, slug: string, context: QuestionContext): string | undefined {
  const hit = words ? context.search(words).find((each) => each.slug === slug) : undefined;
  return hit && sameWords(hit.matchedTitle, words)
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : undefined;
}

const sameWords = (a: string, b: string): boolean =>
  a.localeCompare(b, 'en-GB', { sensitivity: 'base' }) === 0;
