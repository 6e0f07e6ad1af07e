import { examplePeople, pagesInWords } from './examples.builder.js';
import { type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import { stepPage } from './drafting/trade-steps.js';
import { biggestMover } from './model/biggest-mover.js';
import { ownTasks, sharePrinted } from './snapshot/own-week.js';

const people: ReadonlyMap<string, Person> = new Map(examplePeople().map((person) => [person.id, person]));
let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const personOf = (id: string): Person => {
  const person = people.get(id);
  if (!person) throw new Error(`nobody in the preview is called ${id}`);
  return person;
};

/** The words of every page, from 1. */
const pagesOf = (person: Person): readonly string[] => ['', ...pagesInWords(fixtures, person)];

describe('a blueprint is true to the answers', () => {
  it('shows the week as it was given: per cents unchanged, none as none, what was not ticked as not theirs', () => {
    const solicitor = snapshotOf(fixtures, personOf('solicitor')).result;
    const own = ownTasks(solicitor.tasks);
    expect(own.map(({ id }) => id)).not.toContain('hearings');
    expect(sharePrinted(own.find(({ id }) => id === 'drafting') ?? { share: 0 })).toBeCloseTo(0.27);
    expect(own.reduce((sum, task) => sum + sharePrinted(task), 0)).toBeCloseTo(1);
    expect(pagesOf(personOf('solicitor'))[3]).toContain(
      'None of your week, as you said: “hearings and completions”.',
    );
    for (const id of ['gp-receptionist', 'nurse', 'teacher-floor', 'engineer-95k']) {
      const { result } = snapshotOf(fixtures, personOf(id));
      const said = (personOf(id).answers.tasks ?? []).map(({ taskId }) => taskId);
      for (const task of ownTasks(result.tasks))
        expect([id, [...said, 'other']]).toEqual([id, expect.arrayContaining([task.id])]);
    }
  });

  it('keeps every task in their own words, however small', () => {
    const base = personOf('nurse').answers;
    const [text, small] = [
      'Teaching the new machine',
      { taskId: 'own-1', text: 'Teaching the new machine', activity: '4.A.2.a.4' },
    ];
    const { amounts, tasks = [] } = base;
    if (amounts?.kind !== 'bands') throw new Error('the nurse gave bands');
    const answers = {
      ...base,
      tasks: [...tasks, small],
      amounts: { ...amounts, bands: { ...amounts.bands, 'own-1': 'little' as const } },
    };
    expect(pagesOf({ name: 'Siân', answers })[3]).toContain(text);
  });

  it('names one thing that moves the score most, on the cover, in the answer and on page 4', () => {
    for (const id of ['solicitor', 'gp-receptionist', 'engineer-95k', 'teacher-floor', 'nurse']) {
      const pages = pagesOf(personOf(id));
      const name = /“(.*)”/.exec(biggestMover(snapshotOf(fixtures, personOf(id)))?.words ?? '')?.[1] ?? '?';
      for (const page of [1, 2, 4]) expect(pages[page]?.toLowerCase()).toContain(name.toLowerCase());
    }
  });

  it('fills the pages of paths that limits leave no room for with what keeps them away and how to stay well, no two alike', () => {
    const solicitor = pagesOf(personOf('solicitor'));
    expect(solicitor[9]).toMatch(/would be open with more months of training.*Your search for a plan B/);
    expect(solicitor[10]).toMatch(/Without leaving your trade: .*or three other steps/);
    expect(solicitor[11]).toContain('I would like to try something for four weeks');
    expect(solicitor[13]).toContain('your own work');
    // With two of their paths left, the third page is of their trade.
    const three = personOf('engineer-95k');
    const rejectedPaths = snapshotOf(fixtures, three)
      .paths.slice(2)
      .map(({ slug }) => ({ slug, why: 'tried' as const }));
    const engineer = pagesOf({ ...three, answers: { ...three.answers, rejectedPaths } });
    expect(engineer[11]).toContain('Without leaving your trade');
    expect(engineer[13]).toContain('your own work');
  });

  it('names the next step inside their own trade: in full on page 8 or on a page of its own, on page 2, and as a thing to ask for in the plan', () => {
    for (const id of ['teacher-floor', 'solicitor', 'nurse', 'no-title']) {
      const person = personOf(id);
      const { steps = [], recommended, paths } = snapshotOf(fixtures, person);
      const page = stepPage(paths.length);
      const pages = pagesOf(person);
      expect([id, steps.length > 0]).toEqual([id, person.answers.occupationSlug !== undefined]);
      const [first] = steps;
      if (!first) continue;
      for (const words of [first.asks, first.say, first.cost, first.page])
        expect(pages[page]?.toLowerCase()).toContain(words.toLowerCase());
      expect(pages[8]).toContain(
        page === 8 ? 'Next step in your trade' : `Next steps in your trade (page ${page})`,
      );
      expect(pages[2]).toContain(first.step);
      expect(pages[14]).toContain(`Ask about the step on page ${page}: ${first.step}`);
      if (recommended === 'stay') expect(pages[12]).toContain(`The step to ${first.step}`);
    }
  });

  it('says of the least they need the same on pages 2, 8 and 13', () => {
    const engineer = snapshotOf(fixtures, personOf('engineer-95k'));
    const [path] = engineer.paths;
    const pages = pagesOf(personOf('engineer-95k'));
    expect(path?.floor).toBe('standing');
    expect(pages[8]).toContain(`kept only at a standing like yours for ${path?.title.toLowerCase()}`);
    expect(pages[8]).not.toContain('Within your floor');
    expect(pages[13]).toContain('only at a standing like yours');
    expect(pages[13]).not.toContain('near the left end');
  });

  it('promises no first pay under what the law asks for their hours, and no employee an hour under it', () => {
    const kept = new Set<string>();
    for (const [id, person] of people) {
      const { pay, paths } = snapshotOf(fixtures, person);
      const said = /expect to start .*?£([\d,]+)/.exec(pagesOf(person)[13] ?? '')?.[1];
      if (!pay.law || said === undefined) continue;
      expect([id, Number(said.replaceAll(',', '')) >= pay.law.least]).toEqual([id, true]);
      if ((paths[0]?.pay?.p25 ?? Infinity) < pay.law.least) kept.add(id);
    }
    expect(kept).toContain('gp-receptionist');
    const hairdresser = personOf('hairdresser-self-employed');
    expect(snapshotOf(fixtures, hairdresser).paths[0]?.floor).toBe('law');
    expect(pagesOf(hairdresser)[13]).toMatch(/An employee on the legal rate, £23,8\d\d at 36 hours/);
  });

  it('says of staying that it pays what it pays, and moves no hours of a family of work', () => {
    expect(pagesOf(personOf('solicitor'))[8]).toMatch(/h a week moved\s*as now/);
    // A low score has nothing to be lowered.
    expect(pagesOf(personOf('lorry'))[8]).toContain('the same work');
    expect(pagesOf(personOf('warehouse-no-title'))[8]).not.toMatch(/ → |h a week moved/);
  });

  it('sends a teacher who moves on the teachers’ scale to ask for their point on it, not to a beginner’s pay', () => {
    expect(pagesOf(personOf('teacher-floor'))[13]).toMatch(/on the scale you know[^]*which point/);
  });

  it('tells who is paid under the law so on page 2, and has them look at a payslip in week 1', () => {
    const answers = {
      occupationSlug: 'hgv-driver',
      payBand: '25-30',
      hoursPerWeek: 48,
      region: 'W92000004',
    } as const;
    const pages = pagesOf({ name: 'Gareth', answers });
    expect(pages[2]).toContain('Look at your own pay first');
    expect(snapshotOf(fixtures, { name: 'Gareth', answers }).plan.weeks[0]?.actions[0]?.text).toContain(
      'payslip',
    );
    expect(pagesOf({ name: 'Gareth', answers: { ...answers, payBand: '40-50' } })[2]).not.toContain(
      'own pay first',
    );
  });

  it('tells an employee of notice and pension, and sends nobody who works for themselves to a manager', () => {
    expect(pagesOf(personOf('teacher-floor'))[13]).toMatch(/31 October[^]*Teachers’ Pension Scheme/);
    expect(pagesOf(personOf('nurse-scotland'))[13]).toContain('NHS Pension Scheme in Scotland');
    const own = pagesOf(personOf('hairdresser-self-employed'));
    expect(own[13]).toMatch(/figures above are of employees[^]*for each hour you work, after costs/);
    expect(own[13]).not.toContain('the law asks for');
    for (const page of [2, 4, 6, 12, 14]) expect(own[page]).not.toMatch(/\b(manager|employer)\b/i);
  });

  it('names steps of their own trade, and none with the hours they avoid', () => {
    const of = (id: string): string =>
      (snapshotOf(fixtures, personOf(id)).steps ?? []).map(({ step }) => step).join('; ');
    expect(of('gp-receptionist')).toContain('care navigator');
    expect(of('gp-receptionist')).not.toContain('dental');
    // And moves that stay with their employer: another receptionist has no surgery to stay in.
    const receptionist = personOf('gp-receptionist');
    const movesOf = (jobTitle: string): string[] =>
      snapshotOf(fixtures, { ...receptionist, answers: { ...receptionist.answers, jobTitle } }).paths.map(
        ({ title }) => title,
      );
    expect(movesOf('GP receptionist')).toContain('Medical secretary');
    expect(movesOf('Hotel receptionist')).not.toContain('Medical secretary');
    expect(of('solicitor')).not.toMatch(/advocate|duty scheme/);
    expect(of('chef-evenings')).toMatch(/^chef in hospital/);
    const chef = snapshotOf(fixtures, personOf('chef-evenings'));
    expect(chef.paths.map(({ slug }) => slug)).not.toContain('restaurant-or-cafe-manager');
  });

  it('uses what they said of travel, years and level', () => {
    const answers = {
      ...personOf('engineer-95k').answers,
      years: 15,
      level: 'lead' as const,
      constraints: { travel: 'remote' as const },
    };
    const pages = pagesOf({ name: 'Rebecca', answers });
    expect(pages[8]).toContain('Only from home');
    expect(pages[7]).toContain('15 years');
    expect(pages[7]).toContain('and lead a team');
  });

  it('prints on page 9 the question that page 14 sends people to', () => {
    for (const [id, person] of people) {
      const pages = pagesOf(person);
      if (pages[14]?.includes('the question of page 9'))
        expect([id, pages[9]]).toEqual([id, expect.stringContaining('Ask someone who does it: “')]);
    }
  });

  it('says why the first path is first, and never that a lower match wins', () => {
    for (const [id, person] of people) {
      expect([id, pagesOf(person)[8]]).toEqual([id, expect.not.stringMatching(/ wins on \d+% match/)]);
    }
  });

  it('sends nobody into an apprenticeship who needs more than a beginner earns, nor a programmer to a first course in SQL', () => {
    const { paths, learning } = snapshotOf(fixtures, personOf('engineer-95k'));
    expect(paths[0]?.route?.apprenticeships).toEqual([]);
    expect(learning.map(({ steps }) => steps.map((step) => step.do).join(' ')).join(' ')).not.toMatch(
      /apprenticeship|SQL/,
    );
  });

  it('takes nothing of a family of work for the person’s own: no ratings, no tasks to hand over', () => {
    const pages = pagesOf(personOf('no-title'));
    expect(pages.join(' ')).not.toMatch(/as you rated them|usual in your job is 0%|Ask your manager to move/);
    expect(pages[7]).toContain('what work like yours usually needs');
  });

  it('says of the measures on page 15 what their chart says', () => {
    for (const person of people.values()) {
      const page = pagesOf(person)[15] ?? '';
      const [, ...said] = /measures, (\d+)% to (\d+)% of UK workers/.exec(page) ?? [];
      const [, ...shown] = [...page.matchAll(/: (\d+)%[;.]/g)].map(([, figure]) => Number(figure));
      if (said.length > 0) expect(said.map(Number)).toEqual([Math.min(...shown), Math.max(...shown)]);
    }
  });
});
