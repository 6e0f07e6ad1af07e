import { examplePeople, pagesInWords } from '../examples.builder.js';
import { type Fixtures, loadFixtures, type Person, snapshotOf } from '../people.builder.js';

const people = examplePeople();
let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

/** Page 7 of somebody, in words. */
const pageOf = (person: Person): string => pagesInWords(fixtures, person)[6] ?? '';
const example = (id: string): Person => {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
};

describe('page 7', () => {
  it('says what proves the work of everybody, in a sentence to open with', () => {
    for (const person of people) {
      const page = pageOf(person);
      expect([person.id, page]).toEqual([person.id, expect.stringMatching(/what proves it/i)]);
      // Whose tasks are those of a family is told of none of them.
      const opens =
        snapshotOf(fixtures, person).answerLevel === 'title unknown'
          ? /Say what you do in your own words/
          : /Open with: “[^”]+Could I tell you about one case\?”|Have one case ready to tell, from “/;
      expect([person.id, page]).toEqual([person.id, expect.stringMatching(opens)]);
      expect([person.id, page]).toEqual([person.id, expect.stringMatching(/\? If so: .+\. If not: /)]);
    }
  });

  it('has hours where they told of their week, and none where it is the usual one', () => {
    expect(pageOf(example('nurse-scotland'))).toContain(
      '“I have been a staff nurse for 8 years. Each week I spend about 11 hours on hands-on care and 5 on observing patients.',
    );
    expect(pageOf(example('lorry'))).toContain(
      '“I have been a lorry driver for 15 years. Could I tell you about one case?” Take it from “towns, yards and docks”',
    );
    expect(pageOf(example('lorry'))).not.toMatch(/“[^”]*about \d+ hours/);
  });

  it('asks each trade its own question, and shows interests only of who told them', () => {
    expect(pageOf(example('lorry'))).toContain('Do you hold C+E');
    expect(pageOf(example('hairdresser-self-employed'))).toContain('would regulars follow you');
    expect(pageOf(example('lorry'))).not.toContain('lean to');
    expect(pageOf(example('ml-engineer'))).toContain('Your interests lean to finding out');
  });

  it('proves a task in their own words by what it is', () => {
    const { answers } = example('nurse-scotland');
    const own = { taskId: 'own-1', text: 'Teaching the new intake', activity: '4.A.4.b.3' };
    const { amounts, tasks = [] } = answers;
    if (amounts?.kind !== 'bands') throw new Error('the nurse gave bands');
    const bands = { ...amounts.bands, 'own-1': 'most' as const };
    const { result } = snapshotOf(fixtures, {
      name: 'Fiona',
      answers: { ...answers, tasks: [...tasks, own], amounts: { ...amounts, bands } },
    });
    expect(result.tasks.find(({ id }) => id === 'own-1')?.proof).toMatch(/^how many you have taught/);
  });
});
