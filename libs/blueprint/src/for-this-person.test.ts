import { elementName } from './copy/element-name.js';
import { inSentence } from './copy/word-filters.js';
import { examplePeople, pagesInWords } from './examples.builder.js';
import { type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import { sharePrinted } from './snapshot/own-week.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

let fixtures: Fixtures;
let people: ReadonlyMap<string, Person>;
let snapshots: ReadonlyMap<string, BlueprintSnapshot>;
beforeAll(async () => {
  fixtures = await loadFixtures();
  people = new Map(examplePeople().map((person) => [person.id, person]));
  snapshots = new Map([...people].map(([id, person]) => [id, snapshotOf(fixtures, person)]));
});

const snapshot = (id: string): BlueprintSnapshot => {
  const found = snapshots.get(id);
  if (!found) throw new Error(`nobody in the preview is called ${id}`);
  return found;
};

/** The words of a page, from 1, as the accessible copy has them. */
function page(id: string, number: number): string {
  const person = people.get(id);
  if (!person) throw new Error(`nobody in the preview is called ${id}`);
  return pagesInWords(fixtures, person)[number - 1] ?? '';
}

describe('a blueprint that an adviser would sign', () => {
  it('moves no hours that are not theirs', () => {
    for (const [id, { result }] of snapshots)
      for (const { from, hours } of result.levers) {
        const task = result.tasks.find(({ name }) => name === from);
        const theirs = task ? sharePrinted(task) * result.hoursPerWeek : 0;
        expect([id, from, hours <= theirs + 1e-9]).toEqual([id, from, true]);
      }
    expect(page('chef-evenings', 4)).toContain('No lever stands out');
  });

  it('names as the widest gap the one that is widest in the chart beside it, where it is a whole point', () => {
    expect(page('farm-worker', 9)).toContain('The widest gap is controlling machines or vehicles');
    for (const [id, { paths }] of snapshots)
      for (const [place, { gaps }] of paths.entries()) {
        const said = /widest gap is ([^.]+)\./.exec(page(id, 9 + place))?.[1];
        const felt = gaps.filter(({ met, needed, have }) => !met && needed - have >= 0.95);
        const names = felt.map(({ name }) => inSentence(elementName(name)));
        if (said !== undefined)
          expect([id, place, names]).toEqual([id, place, expect.arrayContaining([said])]);
      }
  });

  it('sends who stands on the register to a post, not to a place that trains', () => {
    const all = snapshot('nurse-scotland').plan.weeks.flatMap(({ actions }) => actions);
    const words = all.map(({ text, detail }) => `${text} ${detail ?? ''}`).join('\n');
    expect(words).toContain('Apply for one post: ');
    expect(words).toContain('Ask payroll what moves with you');
    expect(words).not.toMatch(/first job that trains|who pays/i);
  });

  it('says of nobody that all is met where more is asked than they have', () => {
    let open = 0;
    for (const [id, { paths }] of snapshots)
      for (const [place, { gaps }] of paths.entries()) {
        if (gaps.every(({ met }) => met)) continue;
        open += 1;
        expect([id, place, page(id, 9 + place).includes('Nothing at first')]).toEqual([id, place, false]);
      }
    expect(open).toBeGreaterThan(20);
  });

  it('calls pay about the same only within a twentieth', () => {
    let said = 0;
    for (const [, { reasons }] of snapshots)
      for (const reason of reasons) {
        const [, then, now] = /about the same: £([\d,]+) against £([\d,]+)/.exec(reason) ?? [];
        if (!then || !now) continue;
        said += 1;
        const share = Number(then.replace(',', '')) / Number(now.replace(',', '')) - 1;
        expect([reason, Math.abs(share) < 0.05]).toEqual([reason, true]);
      }
    expect(said).toBeGreaterThan(0);
  });

  it('tells a lecturer-to-be nothing of the subjects of other lecturers', () => {
    const lecturers = [...snapshots.values()]
      .flatMap(({ paths }) => paths)
      .filter(({ title }) => /lecturer/i.test(title));
    expect(lecturers.length).toBeGreaterThan(1);
    for (const { need, gaps } of lecturers) {
      const named = [...need, ...gaps.map(({ name }) => name)].join();
      expect(named).not.toMatch(/mechanical|engineering|physics|chemistry|economics|production/i);
    }
  });

  it('compares who has no title with what they described, so that what they have is no gap', () => {
    for (const id of ['between-jobs', 'warehouse-no-title'])
      for (const { title, have, gaps } of snapshot(id).paths) {
        const open = gaps.filter(({ met }) => !met).map(({ name }) => name);
        const both = have.filter((name) => open.includes(name) && name !== 'Mathematics');
        const wide = both.filter((name) => {
          const gap = gaps.find((one) => one.name === name);
          return gap !== undefined && gap.needed - gap.have > 0.75;
        });
        expect([id, title, wide]).toEqual([id, title, []]);
      }
  });

  it('reshapes nothing for who has no job, and sends nobody to their employer for a way into another field', () => {
    expect(page('between-jobs', 8)).toContain('Work of the kind you know');
    expect(`${page('between-jobs', 8)} ${page('between-jobs', 14)}`).not.toMatch(/reshape|h a week moved/i);
    for (const [id, { paths }] of snapshots)
      if (paths[0] && paths[0].relation !== 'adjacent')
        expect([id, page(id, 14)]).toEqual([id, expect.not.stringContaining('your employer pays for')]);
    expect(page('translator-high-score', 2)).toContain('giving up clients');
  });

  it('counts a tool that is no AI apart from those that are', () => {
    expect(page('farm-worker', 5)).toContain(
      'Five AI tools do part of this work now, by our editors’ list; two more',
    );
    expect(page('chef-evenings', 5)).toContain(
      'Three AI tools do part of this work now, by our editors’ list; one more',
    );
  });

  it('asks nobody on a national scale for a market rate, and names the public bodies that no register holds', () => {
    const nurse = [2, 13].map((number) => page('nurse-scotland', number)).join(' ');
    expect(nurse).toMatch(/[Aa]sk whether your band and point are right/);
    expect(nurse).not.toContain('market rate');
    expect(nurse).toContain('work for a regional NHS board');
    expect(page('call-centre-ni', 2)).toContain('market rate');
  });

  it('sends nobody to a page of another nation before they give notice', () => {
    expect(page('call-centre-ni', 13)).toMatch(/Labour Relations Agency[^]*Before you give notice/);
    expect(page('call-centre-ni', 13)).not.toContain('handing-in-your-notice');
    expect(page('bookkeeper-61', 13)).toContain('one to three months) (www.gov.uk/handing-in-your-notice)');
    expect(page('between-jobs', 13)).toMatch(/Universal Credit[^]*Jobseeker’s Allowance/);
  });

  it('teaches nobody by an exam who asked for none', () => {
    for (const [id, { learning }] of snapshots) {
      if (!people.get(id)?.answers.constraints?.avoid?.includes('exams')) continue;
      const courses = learning.filter(({ course }) => course !== undefined);
      expect([id, courses.map(({ providers }) => providers).join()]).toEqual([
        id,
        expect.not.stringMatching(/diploma|examination|Office Specialist/i),
      ]);
    }
    expect(page('bookkeeper-61', 12)).toContain('A piece of the work of a finance officer');
  });
});
