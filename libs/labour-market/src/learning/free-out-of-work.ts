import type { Nation } from '../routes/nation.js';
import type { GroupLearning, LearningItem } from './group-learning.js';

/** Lessons as somebody without work pays for them: nothing, where a scheme of their nation says so. */
export const freeOutOfWork = (learning: GroupLearning, nation: Nation | undefined): GroupLearning => ({
  ...learning,
  first: learning.first.map((item): LearningItem => {
    const { outOfWork, with: course, why } = item;
    if (nation === undefined || !outOfWork?.nations.includes(nation)) return item;
    return {
      ...item,
      why: `${why} Free to you, out of work, whatever you hold: ask for ${outOfWork.by}.`,
      with: { ...course, cost: { from: 0, to: 0 } },
    };
  }),
});
