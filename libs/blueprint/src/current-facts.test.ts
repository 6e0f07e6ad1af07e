import { previewSnapshot } from './preview/preview-snapshot.js';
import { AMARA, type Fixtures, loadFixtures } from './people.builder.js';
import { renderBlueprint } from './render-blueprint.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';
import type { FactStatusOf } from './facts/fact-statuses.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const nurse = {
  name: 'Grace Hopper',
  answers: { occupationSlug: 'hairdresser', region: 'E12000007' as const },
};
const draft = (statusOf: FactStatusOf, person: Parameters<typeof previewSnapshot>[2]): BlueprintSnapshot =>
  previewSnapshot(fixtures, fixtures.assets, person, statusOf);

describe('what a draft says of the world outside', () => {
  it('is told apart by page and in all, once a person has checked every fact of it', async () => {
    for (const person of [AMARA, nurse]) {
      const snapshot = draft(() => ({ checkedOn: '2026-11-20' }), person);
      const { said, checked, last } = snapshot.evidence ?? {};
      expect([checked, last]).toEqual([said, '2026-11-20']);
      expect(said).toBeGreaterThan(10);
      expect(snapshot.paths.every(({ checks }) => checks?.route === '2026-11-20')).toBe(true);
      expect((await renderBlueprint(snapshot, fixtures.assets)).pages).toBe(15);
    }
  });

  it('names the national pay scale beside the pay, until somebody finds that untrue', async () => {
    const person = { name: 'Ada Lovelace', answers: { occupationSlug: 'nurse' } };
    const snapshot = draft(() => ({}), person);
    expect(snapshot.pay.scales?.[0]).toMatch(/^Most nurses are paid on the NHS pay scale, Agenda for Change/);
    expect((await renderBlueprint(snapshot, fixtures.assets)).pages).toBe(15);
    const without = draft(({ kind }) => (kind === 'scale' ? { dropped: true } : {}), person);
    expect(without.pay.scales).toBeUndefined();
  });

  it('names no employer that somebody found not to be what it is named for; the snapshot keeps nothing of the check', () => {
    const named = (statusOf: FactStatusOf): string[] =>
      draft(statusOf, AMARA).paths.flatMap(({ employers }) => employers.map(({ name }) => name));
    const [first = ''] = named(() => ({}));
    expect(first).not.toBe('');
    const without = named(({ key }) => (key.startsWith(`employer:${first}, `) ? { dropped: true } : {}));
    expect(without).not.toContain(first);
    expect(without.length).toBeGreaterThan(0);
    expect(JSON.stringify(draft(() => ({}), AMARA).paths)).not.toContain('"said"');
  });

  it('calls nothing checked where one fact of it is not', () => {
    const { paths, evidence } = draft(
      ({ kind }) => (kind === 'licence' ? {} : { checkedOn: '2026-11-20' }),
      nurse,
    );
    const withLaw = paths.filter(({ route }) => (route?.law.length ?? 0) > 0);
    expect(withLaw.map(({ checks }) => checks?.route)).toEqual(withLaw.map(() => undefined));
    expect(evidence?.checked).toBeLessThan(evidence?.said ?? 0);
  });

  it('may all go and fifteen pages stay, with general words in place of what is not named', async () => {
    for (const person of [AMARA, nurse]) {
      const snapshot = draft(() => ({ dropped: true }), person);
      expect(snapshot.evidence).toMatchObject({ said: 0, checked: 0 });
      expect(snapshot.evidence?.goneHelp).toEqual(['0800 100 900', '116 123']);
      expect(snapshot.result.tasks.flatMap(({ tools }) => tools)).toEqual([]);
      for (const { entry, employing, route } of snapshot.paths)
        expect([entry.specific, employing, route?.funded, route?.apprenticeships]).toEqual([
          false,
          undefined,
          route && [],
          route && [],
        ]);
      expect((await renderBlueprint(snapshot, fixtures.assets)).pages).toBe(15);
    }
  });
});
