import { type FieldError, seeOther, type SeeOther, type View, view } from '@app/http';
import type { SavedScreen, Screen } from '@app/assessment';
import type { OpenAssessment } from './assessment-sessions.js';

/** The pages of the assessment in order. The first result stands between the week and the rest. */
export const PAGES = {
  job: '/assessment/job',
  family: '/assessment/family',
  tasks: '/assessment/tasks',
  week: '/assessment/week',
  first: '/assessment/first-result',
  aiUse: '/assessment/ai-tools',
  demands: '/assessment/demands',
  work: '/assessment/about-you-work',
  skills: '/assessment/skills',
  interests: '/assessment/interests',
  moving: '/assessment/moving',
  check: '/assessment/check',
  result: '/assessment/result',
} as const;

const STEPS: readonly (Screen | 'check')[] = [
  'job',
  'tasks',
  'week',
  'aiUse',
  'demands',
  'work',
  'skills',
  'interests',
  'moving',
  'check',
];
const BACK: Readonly<Record<Screen | 'check', string>> = {
  job: '/assessment',
  tasks: PAGES.job,
  week: PAGES.tasks,
  aiUse: PAGES.first,
  demands: PAGES.aiUse,
  work: PAGES.demands,
  skills: PAGES.work,
  interests: PAGES.skills,
  moving: PAGES.interests,
  check: PAGES.moving,
};

export interface QuestionOptions {
  readonly errors?: readonly FieldError[];
  /** Came from "check your answers", so goes back there. */
  readonly fromCheck?: boolean;
  /** The reader's previous page was saved over a newer save of it. */
  readonly kept?: boolean;
  /** Family members of a question keep its number but go back elsewhere. */
  readonly back?: string;
}

/** One question as a page: progress, way back, errors, the resume code. 422 when there is something to put right. */
export function question(
  step: Screen | 'check',
  template: string,
  open: OpenAssessment,
  data: object,
  options: QuestionOptions = {},
): View {
  const {
    errors = [],
    fromCheck = false,
    kept = false,
    back = fromCheck ? PAGES.check : BACK[step],
  } = options;
  const page = {
    step: STEPS.indexOf(step) + 1,
    steps: STEPS.length,
    back,
    code: open.code,
    revision: open.assessment.revision,
    from: fromCheck ? 'check' : '',
    errors,
    kept,
    ...data,
  };
  return view(`site/assessment/${template}`, page, errors.length > 0 ? { status: 422 } : {});
}

/** The page for a reader whose browser has no assessment open: nothing is lost, the code opens it. */
export const notOpen = (errors: readonly FieldError[] = [], code = ''): View =>
  view(
    'site/assessment/resume',
    { errors, typed: code, lost: errors.length === 0 },
    { status: errors.length > 0 ? 422 : 404 },
  );

/** To the next page after a save, or back to "check your answers"; says so when a newer save of the page was replaced. */
export function onwards(next: string, body: unknown, saved?: SavedScreen): SeeOther {
  const query = new URLSearchParams({
    ...(cameFromCheck(body) && next !== PAGES.check ? { from: 'check' } : {}),
    ...(saved?.replacedNewer ? { kept: '1' } : {}),
  }).toString();
  return seeOther(query ? `${next}?${query}` : next);
}

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** A form's text, trimmed and bounded; '' when it is missing or not a text. */
export const textOf = (value: unknown, longest = 200): string =>
  typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .trim()
        .normalize('NFC')
        .slice(0, longest)
    : '';

/** A form's repeated field as a list. */
export const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item) => typeof item === 'string' && item !== '',
  ) as string[];

export const cameFromCheck = (source: unknown): boolean => record(source)['from'] === 'check';

/** Options of the page that a query asks for. */
export const fromQuery = (query: unknown): QuestionOptions => ({
  fromCheck: cameFromCheck(query),
  kept: record(query)['kept'] === '1',
});

/** The revision the form was made with; 0 when somebody played with it, which only makes the save say so. */
export function revisionOf(body: unknown): number {
  const revision = Number(record(body)['revision']);
  return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
}
