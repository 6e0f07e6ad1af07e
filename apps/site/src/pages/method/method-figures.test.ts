import { type Answers, score, type Subject } from '@app/assessment';
import { Catalogue, MODEL_VERSION, type Task } from '@app/occupations';
import { methodFigures, PERSONAL } from './method-figures.js';

const catalogue = Catalogue.load();
const figures = methodFigures(catalogue);

describe('the figures of the method page', () => {
  it('prints what the import found, a null result as one', () => {
    expect(figures.model).toBe(catalogue.dataset.model);
    expect(figures.model.jobsChange.groups).toBeGreaterThan(400);
    expect(figures.model.disagree).toHaveLength(10);
    expect(figures.inputs).toHaveLength(7);
  });

  it('prints the fixed reference points', () => {
    expect(figures.references.map(({ edited }) => edited)).toEqual([49, 35, 29, 26]);
  });

  it('hides no measure, however little it agrees', () => {
    expect(figures.correlations).toHaveLength(catalogue.dataset.measureInfo.length);
    expect(figures.correlations.map(({ value }) => value).sort()).toEqual(
      catalogue.dataset.measureInfo.map(({ correlation }) => correlation).sort(),
    );
  });

  it('takes the parts of the range from the formula itself', () => {
    expect(figures.interval.base).toBe(4);
    expect(figures.interval.crosswalk.map(({ extra }) => extra)).toEqual([0, 2, 4]);
    expect(figures.interval.crosswalk.reduce((sum, { count }) => sum + count, 0)).toBe(figures.total);
  });

  it('prints λ as the scoring has it, for a person whose week lies wholly in another task than the typical one', () => {
    const task = (id: string, share: number, exposure: number): Task => ({
      id,
      name: id,
      share,
      exposure,
      exposureIn5Years: exposure,
      sd: 5,
      risk: 'Low',
      tools: [],
    });
    const subject: Subject = {
      slug: 'x',
      title: 'X',
      interval: { low: 0, high: 20 },
      barrierMonths: 0,
      tasks: [task('usual', 1, 0), task('rare', 0, 100)],
    };
    const context = {
      catalogueVersion: 'test',
      exposureOf: () => ({ exposure: 0, exposureIn5Years: 0, sd: 5 }),
      percentileOf: (value: number) => value,
      candidates: [],
    };
    const told: Answers = { occupationSlug: 'x', tasksFor: 'x', tasks: [{ taskId: 'rare' }] };
    const exact: Answers = {
      ...told,
      amounts: { kind: 'exact', occupationSlug: 'x', percents: { rare: 100 } },
    };
    const shareOf = (answers: Answers): number =>
      score(answers, subject, context).rows.find(({ name }) => name === 'rare')?.share ?? 0;
    expect(shareOf(exact)).toBeCloseTo(PERSONAL[0]?.lambda ?? NaN, 6);
    expect(score({ occupationSlug: 'x' }, subject, context).score).toBeCloseTo(PERSONAL[3]?.lambda ?? NaN, 6);
  });

  it('is of this version of the model: with a new one, look at the words of the page again', () => {
    expect(MODEL_VERSION).toBe('2.0');
  });
});
