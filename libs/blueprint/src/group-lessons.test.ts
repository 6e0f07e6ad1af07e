import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { groupLessons } from './drafting/group-lessons.js';
import { type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import { loadExamplePeople } from './preview/example-people.js';

let fixtures: Fixtures;
let people: Map<string, Person>;
beforeAll(async () => {
  fixtures = await loadFixtures();
  people = new Map(
    loadExamplePeople(projectPath('templates', 'blueprint-preview', 'people.yaml')).map((one) => [
      one.id,
      one,
    ]),
  );
});

const draftOf = (id: string, limits: object = {}) => {
  const person = people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  const { answers } = person;
  return snapshotOf(fixtures, {
    ...person,
    answers: { ...answers, constraints: { ...answers.constraints, ...limits } },
  });
};
/** What the editors wrote of a unit group, from the file itself. */
const written = (file: string, code: string): string[] =>
  (
    parse(readFileSync(projectPath('libs/labour-market/content/learning', `${file}.yaml`), 'utf8')) as Record<
      string,
      { first: { learn: string }[] }
    >
  )[code]?.first.map(({ learn }) => learn) ?? [];
const names = ({ learning }: ReturnType<typeof draftOf>): string[] =>
  learning.map(({ name }) => name.toLowerCase());

describe('what is learnt', () => {
  it('is the way into the chosen target, then what its work asks of a newcomer, by course, page and price', () => {
    const draft = draftOf('pharmacy-technician', { monthsToTrain: 48 });
    expect(draft.recommended).toBe('path');
    expect(draft.paths[0]?.title).toBe('Nurse');
    expect(names(draft)).toEqual([
      'becoming a nurse',
      ...written('22', '2237').map((learn) => learn.toLowerCase()),
    ]);
    for (const { course, providers, steps } of draft.learning.slice(1)) {
      expect(course?.price).toMatch(/free|£/);
      expect(providers).toMatch(/\([\w-]+(\.[\w-]+)+\S*\)$/);
      expect(steps[0]).toMatchObject({ hours: 1, cost: 'free' });
    }
  });

  it('follows another choice', () => {
    const draft = draftOf('pharmacy-technician', { monthsToTrain: 3 });
    expect(draft.paths[0]?.title).not.toBe('Nurse');
    expect(names(draft).some((name) => written('22', '2237').includes(name))).toBe(false);
    // Who stays learns for the next step and the reshaped week first, then for plan B, with a course.
    expect(draft.recommended).toBe('stay');
    expect(names(draft)).toHaveLength(4);
    expect(names(draft)[0]).toMatch(/^the step to vaccination/);
    expect(draft.learning.map(({ course }) => course !== undefined)).toEqual([false, false, false, true]);
  });

  it('is the next step in the trade and the reshaped week for who stays, then plan B, and nothing that a newcomer to their own work learns', () => {
    const draft = draftOf('engineer-95k');
    expect(draft.recommended).toBe('stay');
    expect(names(draft).slice(0, 2)).toEqual([
      'the step to secure development lead',
      'directing tools in writing new code',
    ]);
    // A solutions architect learns other things than the business analysts of the same group, and no developer what cloud services are.
    expect(names(draft).at(-1)).toBe('servers and networks described in files');
    const own = written('21', '2134').map((learn) => learn.toLowerCase());
    expect(names(draft).filter((name) => own.includes(name) || /phone|message travels/.test(name))).toEqual(
      [],
    );
  });

  it('sends nobody to direct a tool that is no AI tool', () => {
    const steps = draftOf('pharmacy-technician').learning.flatMap((lesson) =>
      lesson.steps.map((step) => step.do),
    );
    expect(steps.join()).toContain('then try one of them on five closed or made-up cases of it');
    for (const id of people.keys()) expect(JSON.stringify(draftOf(id).learning)).not.toContain('(not AI)');
  });

  it('leaves out of the 90 days what costs more than the person has, and shows it all the same', () => {
    const poor = draftOf('warehouse-worker', { budget: 10 });
    const beyond = poor.learning.filter(({ steps }) => steps.some(({ beyondBudget }) => beyondBudget));
    expect(beyond.map(({ name }) => name)).toEqual(['Theory, hazard and case study papers']);
    const details = (draft: ReturnType<typeof draftOf>): string =>
      draft.plan.weeks.flatMap(({ actions }) => actions.map(({ detail }) => detail)).join('\n');
    const course = /Go on with Lorry theory/;
    expect(details(draftOf('warehouse-worker', { budget: 10, hoursPerWeekForLearning: 12 }))).not.toMatch(
      course,
    );
    expect(details(draftOf('warehouse-worker', { budget: 500, hoursPerWeekForLearning: 12 }))).toMatch(
      course,
    );
  });

  it('says of each course that nobody has compared it with its page', () => {
    const { learning } = draftOf('pharmacy-technician', { monthsToTrain: 48 });
    expect(learning.filter(({ course }) => course).map(({ checked }) => checked)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has a name for the chart of page 14 in every unit group', () => {
    const { dataset } = fixtures.catalogue;
    const shorts = [...dataset.unitGroups.keys()].flatMap((code) => {
      const learning = fixtures.market.learningFor([{ code, weight: 1 }]);
      return learning
        ? groupLessons(code, learning, undefined, '', undefined, undefined).map(({ short = '' }) => short)
        : [];
    });
    expect(shorts).toHaveLength(1236);
    expect(shorts.filter((short) => short.length < 3 || short.length > 28)).toEqual([]);
    expect(shorts).not.toContain('Microsoft');
  });

  it('holds where somebody lives: no law and no certificate of another nation', () => {
    const lessons = (nation: 'England' | 'Northern Ireland'): string[] => {
      const care = fixtures.market.learningFor([{ code: '6135', weight: 1 }]);
      return care
        ? groupLessons('6135', care, undefined, '', undefined, nation).map(
            (one) => `${one.name}: ${one.providers}`,
          )
        : [];
    };
    expect(lessons('England')).toHaveLength(3);
    expect(lessons('England').join()).toContain('Skills for Care (England)');
    // What has a body of its own there is learnt with it; what has none is no lesson there.
    expect(lessons('Northern Ireland')).toHaveLength(2);
    expect(lessons('Northern Ireland').join()).toContain('Northern Ireland Social Care Council');
    expect(lessons('Northern Ireland').join()).not.toMatch(/Care Certificate|\(England/);
    const { learning } = draftOf('call-centre-ni');
    expect(learning.map(({ providers }) => providers).join()).not.toMatch(/\(England|of England/);
  });
});
