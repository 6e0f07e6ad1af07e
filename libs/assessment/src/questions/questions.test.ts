import { QUESTION_ENTRIES, questionText, readQuestions } from '../content/question-file.js';
import type { QuestionContext } from '../kinds/question.js';
import { Questions } from './questions.js';
import { type Place, Sequence } from './sequence.js';

const TEXT = questionText();

describe('the file of questions', () => {
  it('keeps the addresses that people have saved and linked', () => {
    expect(QUESTION_ENTRIES.map(({ page }) => page)).toEqual(
      expect.arrayContaining([
        ...['job', 'family', 'tasks', 'week', 'ai-tools', 'demands'],
        ...['about-you-work', 'skills', 'interests', 'moving'],
      ]),
    );
  });

  it('keeps the keys under which answers are stored', () => {
    expect(Questions.load().all.flatMap(({ keys }) => keys)).toEqual(
      expect.arrayContaining([
        ...['occupationSlug', 'familyId', 'jobTitle', 'tasks', 'tasksFor', 'amounts', 'aiUse', 'demands'],
        ...['level', 'years', 'sector', 'region', 'hoursPerWeek', 'payBand'],
        ...['skills', 'interests', 'constraints'],
      ]),
    );
  });

  it.each([
    ['a word that means nothing', TEXT.replace('hint: >-', 'hnit: >-'), /questions\.yaml:\d+: .*hnit/],
    ['broken writing', `${TEXT}\n  - id: [`, /questions\.yaml:\d+: /],
    ['a kind of field that is none', TEXT.replace('kind: whole', 'kind: holes'), /questions\.4?.*kind/],
    ['one page for two questions', TEXT.replace('page: moving', 'page: skills'), /questions/],
  ])('refuses %s, with its line', (_what, text, said) => {
    expect(() => readQuestions(text)).toThrow(said);
  });

  it.each([
    [
      'answers that would erase each other',
      'saves: [skills]',
      'saves: [demands]',
      'Two questions save "demands"',
    ],
    ['a kind that nothing asks', 'kind: demands', 'kind: riddle', 'there is no kind "riddle"'],
    ['an answer that is not told back', 'budget, hoursPer', 'hoursPer', '"told" must name every field'],
    [
      'a way to a question that is not there',
      'leadsTo: week',
      'leadsTo: year',
      'There is no question "year"',
    ],
    [
      'no place for the first result',
      'afterFirstResult: true',
      'afterFirstResult: false',
      'first after the first result',
    ],
  ])('refuses %s', (_what, from, to, said) => {
    expect(TEXT).toContain(from);
    expect(() => Questions.load(TEXT.replace(from, to))).toThrow(said);
  });
});

describe('the order of the questions for one person', () => {
  const questions = Questions.load();
  const sequence = new Sequence(questions);
  const name = (place: Place): string => (typeof place === 'string' ? place : place.entry.id);
  const person = (known: Partial<QuestionContext>, skills = false): QuestionContext => ({
    answers: {},
    asked: {},
    occupation: undefined,
    subject: undefined,
    activityGroups: [],
    biggestTasks: () => [],
    skillQuestions: () => (skills ? { questions: [] } : { notAsked: 'No ratings.' }),
    likedFamilies: () => [],
    occupationBySlug: () => undefined,
    search: () => [],
    searchNote: () => undefined,
    ...known,
  });
  const subject = { slug: 'education' } as NonNullable<QuestionContext['subject']>;
  const family = person({ answers: { familyId: 'education' }, subject });

  it('passes over what cannot be asked, there and back', () => {
    expect(name(sequence.next(questions.byId('family'), family))).toBe('tasks');
    // No task was ticked, so no share of the week can be asked.
    expect(name(sequence.next(questions.byId('tasks'), family))).toBe('first-result');
    expect(name(sequence.before('first-result', family))).toBe('tasks');
    expect(name(sequence.before(questions.byId('tasks'), family))).toBe('family');
    expect(name(sequence.next(questions.byId('work'), family))).toBe('interests');
    expect(name(sequence.before(questions.byId('interests'), family))).toBe('work');
    expect(name(sequence.next(questions.byId('work'), person({}, true)))).toBe('skills');
    expect(name(sequence.before(questions.byId('family'), family))).toBe('job');
    expect(name(sequence.before(questions.byId('job'), family))).toBe('start');
  });

  it('sends who comes too early to what is missing', () => {
    const missing = (id: string, context: QuestionContext): string =>
      name(sequence.missing(questions.byId(id), context) ?? 'check');
    expect(['tasks', 'week', 'aiUse', 'skills'].map((id) => missing(id, person({})))).toEqual(
      Array<string>(4).fill('job'),
    );
    expect(['tasks', 'week'].map((id) => missing(id, family))).toEqual(['check', 'tasks']);
    expect(missing('skills', family)).toBe('check');
    expect(missing('moving', person({}))).toBe('check');
  });

  it('goes on where somebody left off, and not at a question that is not asked of them', () => {
    const goOn = (saved: readonly string[], context: QuestionContext): string =>
      name(sequence.goOn((id) => saved.includes(id), context));
    expect(goOn([], person({}))).toBe('job');
    expect(goOn(['job'], family)).toBe('tasks');
    expect(goOn(['job', 'tasks'], family)).toBe('first-result');
    expect(goOn(['job', 'tasks', 'aiUse', 'demands', 'work'], family)).toBe('interests');
    const all = QUESTION_ENTRIES.map(({ id }) => id);
    expect(goOn(all, family)).toBe('check');
  });

  it('begins with what somebody between jobs likes, before any job', () => {
    const idle = { jobTitle: 'Between jobs' };
    const early = person({ answers: idle });
    const known = person({ answers: { ...idle, familyId: 'education' }, subject });
    const goOn = (saved: readonly string[], context: QuestionContext): string =>
      name(sequence.goOn((id) => saved.includes(id), context));
    expect(goOn(['job'], early)).toBe('interests');
    expect(name(sequence.next(questions.byId('interests'), early))).toBe('family');
    expect(name(sequence.before(questions.byId('family'), early))).toBe('interests');
    expect(name(sequence.before(questions.byId('interests'), early))).toBe('start');
    expect(name(sequence.next(questions.byId('family'), known))).toBe('tasks');
    // Said late: what would have come first comes now, once.
    const late = (saved: readonly string[]): string =>
      name(sequence.next(questions.byId('family'), known, false, (id) => saved.includes(id)));
    expect([late(['job']), late(['job', 'interests'])]).toEqual(['interests', 'tasks']);
    expect(name(sequence.next(questions.byId('interests'), known))).toBe('tasks');
    expect(name(sequence.next(questions.byId('work'), known))).toBe('moving');
    expect(goOn(['job', 'interests', 'tasks', 'aiUse', 'demands', 'work'], known)).toBe('moving');
    expect(name(sequence.missing(questions.byId('tasks'), early) ?? 'check')).toBe('family');
  });

  it('comes back to the check page, but by way of the question that hangs on the answer', () => {
    expect(name(sequence.next(questions.byId('demands'), family, true))).toBe('check');
    expect(name(sequence.next(questions.byId('tasks'), family, true))).toBe('check');
  });
});
