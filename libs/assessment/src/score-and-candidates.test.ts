import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import type { Answers } from './answers/answers.js';
import { PersonalScorer } from './personal-scorer.js';

describe('a result with its candidates', () => {
  const catalogue = Catalogue.load();
  const scorer = new PersonalScorer(catalogue, new LabourMarket(catalogue));

  it.each<Answers>([
    { occupationSlug: 'bookkeeper', hoursPerWeek: 20, constraints: { monthsToTrain: 3 } },
    { occupationSlug: 'machine-learning-engineer' },
    { familyId: 'health' },
  ])('is what each is alone: %j', (answers) => {
    expect(scorer.scoreAndCandidates(answers)).toEqual({
      result: scorer.score(answers),
      candidates: scorer.candidates(answers),
    });
  });
});
