import type { Locator } from 'playwright-core';
import type { Visit } from './visit.js';

/** Titles of pages as people read them: what a page asks is known by its heading, never by its address. */
const PAGES: readonly (readonly [
  heading: RegExp,
  answer: (visit: Visit, again: boolean) => Promise<void>,
])[] = [
  [/your job/i, job],
  [/kind of work/i, family],
  [/which of these d(o|id) you/i, tasks],
  [/how much of (your|a) week/i, week],
  [/About your|would make a (move|job) work/i, fields],
  [/AI tools do|work (of that kind )?demand|how good are you|like to do/i, rows],
];

/** Where a job is typed. */
const SEARCH = 'main form[role=search] input:not([type=hidden])';

/** From the home page, by the search, to the first personal result. */
export async function toFirstResult(visit: Visit, siteUrl: string): Promise<void> {
  await visit.open(siteUrl);
  if (await findReport(visit)) await leaveReport(visit);
  if (visit.person.notInWork) await visit.go(visit.visible('main button[value=not-in-work]'));
  else await start(visit);
  await answer(visit, async () => /first result/i.test(await visit.page.title()));
}

/** And on, through every page that is left, to the full result. */
export async function toFullResult(visit: Visit): Promise<void> {
  await visit.goOn();
  await answer(visit, async () => /your result/i.test(await visit.page.title()));
}

async function answer(visit: Visit, arrived: () => Promise<boolean>): Promise<void> {
  let [before, pages] = ['', 0];
  while (!(await arrived())) {
    if ((pages += 1) > 30)
      throw new Error(`${visit.person.who} goes round in circles at ${visit.page.url()}`);
    const heading = await visit.heading();
    await PAGES.find(([words]) => words.test(heading))?.[1](visit, heading === before);
    before = heading;
    await visit.goOn();
  }
}

/** Searches until a title is theirs, and opens it. @returns false when none is: then they are at the start of the assessment */
async function findReport(visit: Visit): Promise<boolean> {
  const { searches, mine } = visit.person;
  for (const [index, words] of searches.entries()) {
    if (index > 0) visit.hesitates(`searches again: “${words}”`);
    const field = visit.visible(SEARCH).first();
    await visit.type(field, words);
    if (index === 0) visit.answers();
    const suggested = visit.visible('main [role=option]').filter({ hasText: mine });
    if (await visit.isOffered(suggested)) {
      await visit.go(suggested.first());
      return true;
    }
    await visit.send(field);
    const hit = visit.visible('main .ranked th').filter({ hasText: mine });
    if (await hit.count()) {
      await visit.go(hit.first().locator('a'));
      return true;
    }
  }
  const way = visit.visible('main a').filter({ hasText: /describe your week|assessment/i });
  if (!(await way.count())) visit.hesitates(`no title is theirs, and no way on but the head of the page`);
  await visit.go((await way.count()) ? way.first() : visit.visible('header .nav-action'));
  return false;
}

async function leaveReport(visit: Visit): Promise<void> {
  const ticks = visit.visible('.own-week label.choice');
  if (visit.person.onReport === 'button' || !(await ticks.count())) return await visit.goOn();
  const mine = Math.min(visit.person.tasks, await ticks.count());
  for (let place = 0; place < mine; place += 1) await visit.choose(ticks.nth(place));
  visit.answers();
  await visit.go(visit.visible('.own-week button').last());
}

/** The start of a job asks for its tasks; whoever has one that is not there says so. */
async function start(visit: Visit): Promise<void> {
  const ticks = visit.visible('main form label.choice');
  if ((await ticks.count()) === 0) return await visit.goOn();
  await tick(visit, await ticks.all());
  if (visit.person.ownTask) await visit.go(visit.visible('main button[value=own-tasks]'));
  else await visit.goOn();
}

async function tick(visit: Visit, labels: readonly Locator[]): Promise<void> {
  for (const label of labels.slice(0, visit.person.tasks))
    if (!(await label.locator('input').isChecked())) await visit.choose(label);
  visit.answers();
}

async function job(visit: Visit): Promise<void> {
  const words = visit.person.searches.at(-1) ?? '';
  visit.hesitates(`is asked for the title again: “${words}”`);
  const field = visit.visible(SEARCH).first();
  await visit.type(field, words);
  await visit.send(field);
  const hit = visit.visible('main label.choice').filter({ hasText: visit.person.mine });
  const none = visit.visible('main label.choice').filter({ hasText: /none of these/i });
  await visit.choose((await hit.count()) ? hit.first() : none.first());
  visit.answers();
}

async function family(visit: Visit): Promise<void> {
  await visit.choose(visit.visible('main label.choice').filter({ hasText: visit.person.family }).first());
  visit.answers();
}

async function tasks(visit: Visit, again: boolean): Promise<void> {
  const { ownTask } = visit.person;
  if (again && ownTask) return await visit.pick(visit.visible('main select').first(), ownTask.kind);
  await tick(visit, await visit.visible('main label.choice').all());
  if (!ownTask) return;
  const fields = visit.visible('main details.own');
  if (!(await fields.evaluate((own) => own.hasAttribute('open'))))
    await visit.choose(fields.locator('summary'));
  await visit.type(visit.visible('main details.own input').first(), ownTask.words);
}

async function week(visit: Visit, again: boolean): Promise<void> {
  const { week: amounts, forgetsOne } = visit.person;
  const groups = await visit.visible('main fieldset.band-row').all();
  if ('bands' in amounts) {
    const needed = groups.filter((_group, place) => place < groups.length - 1);
    for (const [place, group] of needed.entries()) {
      const forgotten = forgetsOne && place === 1;
      if (forgotten ? again : !again) await chooseBand(visit, group, amounts.bands, place);
    }
    return;
  }
  const exact = visit.visible('main a').filter({ hasText: /enter them instead/i });
  if (await exact.count()) await visit.go(exact.first());
  const boxes = await visit.visible('main .percent-row input').all();
  for (const [place, box] of boxes.entries()) await typeIn(visit, box, amounts.typed[place] ?? [], again);
}

async function rows(visit: Visit): Promise<void> {
  const groups = await visit.visible('main fieldset.band-row').all();
  for (const [place, group] of groups.entries()) await chooseBand(visit, group, [1, 0, 2], place);
}

async function fields(visit: Visit, again: boolean): Promise<void> {
  for (const [label, tries] of Object.entries(visit.person.types)) {
    const box = visit.page.getByLabel(label, { exact: true }).filter({ visible: true });
    if (await box.count()) await typeIn(visit, box.first(), tries, again);
  }
}

async function chooseBand(
  visit: Visit,
  group: Locator,
  places: readonly number[],
  row: number,
): Promise<void> {
  await visit.choose(group.locator('label.band').nth(places[row % places.length] ?? 0));
  visit.answers();
}

/** Types what they would at first; when that was refused, what they would next, or leaves it blank. */
async function typeIn(
  visit: Visit,
  box: Locator,
  [first, next = '']: readonly string[],
  again: boolean,
): Promise<void> {
  if (first === undefined) return;
  if (!again) {
    visit.answers();
    await visit.type(box, first);
  } else if ((await box.inputValue()) === first && (await isRefused(box))) await visit.type(box, next);
}

const isRefused = async (box: Locator): Promise<boolean> => {
  const id = (await box.getAttribute('id')) ?? '';
  return (await box.page().locator(`main .error-summary a[href="#${id}"]`).count()) > 0;
};
