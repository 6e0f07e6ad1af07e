import { clashesOf, workTraits } from './clashes.js';

describe('what people wish to avoid', () => {
  const carer = workTraits(
    [
      { id: '4.A.4.a.5', share: 0.5 },
      { id: '4.A.3.a.1', share: 0.12 },
    ],
    [4.2, 1, 1, 6.3, 1, 1],
  );
  const statistician = workTraits([{ id: '4.A.2.a.4', share: 1 }], [2, 6, 3, 2, 2, 6]);
  it('is found in the tasks and interests of the work, and only when it was named', () => {
    expect(
      clashesOf(carer, { avoid: ['client-facing', 'exams', 'managing-people'], travel: 'remote' }),
    ).toEqual(['client-facing', 'remote']);
    expect(clashesOf(statistician, { avoid: ['client-facing', 'physical-work'], travel: 'remote' })).toEqual(
      [],
    );
    expect(clashesOf(carer, {})).toEqual([]);
  });
});
