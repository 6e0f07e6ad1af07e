import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { type Fixtures, loadFixtures } from '../people.builder.js';
import { loadExamplePeople } from './example-people.js';
import { previewToFolder, type PreviewRequest } from './preview-folder.js';

const PEOPLE = projectPath('templates', 'blueprint-preview', 'people.yaml');

let fixtures: Fixtures;
let folder: string;
let lines: string[];
let request: PreviewRequest;
beforeAll(async () => {
  fixtures = await loadFixtures();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  cpSync(projectPath('templates', 'blueprint'), join(folder, 'blueprint'), { recursive: true });
  lines = [];
  request = {
    templates: join(folder, 'blueprint'),
    people: PEOPLE,
    out: join(folder, 'out'),
    only: ['nurse'],
    print: (line) => lines.push(line),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the preview', () => {
  it('writes a PDF for each person asked for, and the words of an edited template are in the next one', async () => {
    expect(await previewToFolder(fixtures, request)).toBe(0);
    expect(readdirSync(request.out)).toEqual(['nurse.pdf']);
    const before = readFileSync(join(request.out, 'nurse.pdf'));
    const page = join(request.templates, 'pages', '02-answer.liquid');
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace('bookmark: Your answer on one page', 'bookmark: Words'),
    );
    expect(await previewToFolder(fixtures, request)).toBe(0);
    const after = readFileSync(join(request.out, 'nurse.pdf'));
    expect(after.equals(before)).toBe(false);
    expect(after.toString('latin1')).toContain('(2. Words)');
  });

  it('reports the file and line of a value that does not exist, and goes on', async () => {
    const page = join(request.templates, 'pages', '03-week.liquid');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\n{{ shoe_size }}\n`);
    expect(await previewToFolder(fixtures, request)).toBe(1);
    expect(lines.join('\n')).toMatch(/03-week\.liquid:\d+: undefined variable: shoe_size/);
  });

  it('says who there is when nobody has that name', async () => {
    await expect(previewToFolder(fixtures, { ...request, only: ['nobody'] })).rejects.toThrow('nurse');
  });

  it('has people whose occupations and tasks are all in the catalogue', () => {
    const people = loadExamplePeople(PEOPLE);
    expect(people.length).toBeGreaterThanOrEqual(12);
    for (const { id, answers } of people) {
      const occupation = answers.occupationSlug
        ? fixtures.catalogue.bySlug(answers.occupationSlug)
        : undefined;
      expect([id, occupation?.slug ?? answers.familyId]).toEqual([
        id,
        answers.occupationSlug ?? answers.familyId,
      ]);
      const known = new Set(occupation?.tasks.map((task) => task.id));
      for (const task of answers.tasks ?? [])
        expect([id, task.taskId, 'text' in task || known.has(task.taskId)]).toEqual([id, task.taskId, true]);
    }
  });
});
