import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOccupations } from '../build/all-occupations.js';
import { loadContent } from '../content/load-content.js';
import { DATA_FOLDER, loadDataset } from '../dataset/index.js';
import { hidesFall } from '../groups/moves-by-pay.js';
import { loadNextGroups } from '../groups/next-groups.js';
import { MOST_PAGES, PATHS } from './compute-pivots.js';
import { linkPivots, unitsOf } from './link-pivots.js';
import { PIVOTS_FILE, readPivots } from './pivots-file.js';
import { shipPivots } from './ship-pivots.js';

const dataset = loadDataset();
const content = loadContent(join(DATA_FOLDER, '..', 'content'));
const occupations = allOccupations(dataset, content);
const link = (shipped?: ReturnType<typeof readPivots>) =>
  linkPivots(dataset, content.licensed, occupations, shipped);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paths-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the paths that ship', () => {
  it('are those of this data set and content: if not, run `npm run cli -- catalogue paths`', async () => {
    await shipPivots(folder, dataset, content);
    const fresh = readFileSync(join(folder, PIVOTS_FILE), 'utf8').split('\n');
    const shipped = readFileSync(join(DATA_FOLDER, PIVOTS_FILE), 'utf8').split('\n');
    expect(shipped.filter((line, index) => line !== fresh[index]).slice(0, 3)).toEqual([]);
    expect(shipped).toHaveLength(fresh.length);
  });

  it('are taken as they are when they fit, and worked out anew when they are of other inputs', () => {
    const shipped = readPivots(DATA_FOLDER, dataset.elements);
    const only = new Map([
      ['machine-learning-engineer', (shipped.pivots.get('machine-learning-engineer') ?? []).slice(0, 1)],
    ]);
    expect(link({ ...shipped, pivots: only }).get('machine-learning-engineer')?.pivots).toHaveLength(1);
    // Edited pages alone: all would take seconds.
    const few = { ...occupations, all: occupations.all.filter(({ kind }) => kind === 'edited') };
    const anew = linkPivots(dataset, content.licensed, few, { inputs: 'another', pivots: only });
    expect(anew.get('machine-learning-engineer')?.pivots).toEqual(
      link(shipped).get('machine-learning-engineer')?.pivots,
    );
    expect(anew.get('machine-learning-engineer')?.pivots).toHaveLength(3);
  });

  it('keep the reason an editor gave and the entry route of a licensed profession', () => {
    const nurse = link(readPivots(DATA_FOLDER, dataset.elements)).get('nurse');
    const file = occupations.edited.get('nurse');
    expect(nurse?.pivots.map(({ why }) => why)).toEqual(file?.content.pivots.map(({ why }) => why));
    const routes = [...link(readPivots(DATA_FOLDER, dataset.elements)).values()].flatMap(({ pivots }) =>
      pivots.filter(({ entryRoute }) => entryRoute !== undefined),
    );
    expect(routes.length).toBeGreaterThan(20);
  });

  it('say on edited pages too where one earns much less', () => {
    const linked = link(readPivots(DATA_FOLDER, dataset.elements));
    const unitOf = (slug: string): string => linked.get(slug)?.code.slice(0, 4) ?? '';
    const hidden = [...occupations.edited.keys()].flatMap((slug) =>
      (linked.get(slug)?.pivots ?? [])
        .filter(({ slug: to, why = '' }) => hidesFall(dataset, unitOf(slug), unitOf(to), why))
        .map(({ slug: to }) => `${slug}: ${to}`),
    );
    expect(hidden).toEqual([]);
  });
});

describe('the paths of a unit group’s page', () => {
  const { pivots } = readPivots(DATA_FOLDER, dataset.elements);
  const written = loadNextGroups(unitsOf(dataset));
  const codeOf = new Map(occupations.all.map(({ slug, code }) => [slug, code.slice(0, 4)]));
  const pagesWith = new Map<string, number>();
  for (const paths of pivots.values())
    for (const { slug } of paths) {
      const group = codeOf.get(slug) ?? '';
      pagesWith.set(group, (pagesWith.get(group) ?? 0) + 1);
    }

  it('are the three moves that editors wrote first, in their order, but for targets on as many pages as may be', () => {
    const most = MOST_PAGES * occupations.all.length;
    const others = occupations.all
      .filter(({ slug, code }) => code.length === 4 && !occupations.edited.has(slug))
      .flatMap(({ slug, code }) => {
        const first = (written.get(code) ?? []).slice(0, PATHS).map(({ to }) => to);
        const shown = (pivots.get(slug) ?? []).map((path) => codeOf.get(path.slug) ?? '');
        const free = first.filter((to) => shown.includes(to) || (pagesWith.get(to) ?? 0) < most);
        return free.join() === shown.slice(0, free.length).join() ? [] : [`${code}: ${shown.join()}`];
      });
    expect(others).toEqual([]);
  });
});

describe('a file of paths', () => {
  const text = readFileSync(join(DATA_FOLDER, PIVOTS_FILE), 'utf8');
  it.each([
    ['with a changed line', text.replace('cross-domain', 'adjacent'), /do not fit the checksum/],
    ['cut short', text.slice(0, -200), /do not fit the checksum/],
    ['of another kind', '[]\n', /first line/],
  ])('%s is refused by name', (_what, spoiled, reason) => {
    writeFileSync(join(folder, PIVOTS_FILE), spoiled);
    expect(() => readPivots(folder, dataset.elements)).toThrow(/pivots\.json/);
    expect(() => readPivots(folder, dataset.elements)).toThrow(reason);
  });

  it('that is missing is refused by name', () => {
    expect(() => readPivots(folder, dataset.elements)).toThrow(/pivots\.json: cannot be read/);
  });
});
