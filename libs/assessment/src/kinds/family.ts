import { IsIn, IsOptional, IsString } from 'class-validator';
import { SECTORS, type SectorId } from '@app/occupations';
import { isBetweenJobs } from '../answers/between-jobs.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { Line } from './form-fields.js';
import { type Question, textIn } from './question.js';

class FamilyForm {
  @IsIn(Object.keys(SECTORS), { message: 'Choose the kind of work that is closest to yours' })
  family: SectorId;

  /** What they call their job. */
  @IsOptional()
  @Line(80)
  @IsString()
  title?: string;
}

const FAMILIES = Object.entries(SECTORS)
  .map(([id, name]) => ({ id, name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** The family of work, for who finds no title. Its answers belong to the question about the job, which tells them. */
export const familyQuestion = (entry: QuestionEntry): Question<FamilyForm> => ({
  entry,
  keys: [],
  form: FamilyForm,
  typed: ({ answers: { familyId = '', jobTitle = '' }, asked }) => ({
    family: familyId,
    title: asked.title || (familyId || isBetweenJobs({ jobTitle }) ? jobTitle : ''),
  }),
  page: (context, typed) => ({
    template: 'family',
    data: {
      families: likedFirst(context.likedFamilies()),
      chosen: textIn(typed, 'family'),
      job_title: textIn(typed, 'title'),
      between: isBetweenJobs({ jobTitle: textIn(typed, 'title') }),
    },
    title: isBetweenJobs({ jobTitle: textIn(typed, 'title') })
      ? 'What kind of work did you do, or want to do?'
      : undefined,
  }),
  read: ({ family, title }) => ({ answers: { familyId: family, ...(title ? { jobTitle: title } : {}) } }),
  told: () => [],
  staff: () => [],
});

/** At most so many are put first: the rest stay where people look for them. */
const MOST_LIKED = 3;

function likedFirst(liked: readonly string[]): object[] {
  const first = liked.slice(0, MOST_LIKED).flatMap((id) => FAMILIES.filter((family) => family.id === id));
  return [
    ...first.map((family) => ({ ...family, liked: true })),
    ...FAMILIES.filter((family) => !first.includes(family)).map((family) => ({ ...family, liked: false })),
  ];
}
