import type { Answers } from '@app/assessment';
import type { PathFacts } from '../snapshot/blueprint-inputs.js';

/** Whether a beginner's place can pay what somebody needs: who needs more than the lowest quarter of the work earns is past an apprenticeship in it. */
export const takesBeginnersPay = ({ constraints }: Answers, { pay }: Pick<PathFacts, 'pay'>): boolean =>
  constraints?.lowestPay === undefined || pay?.p25 === undefined || constraints.lowestPay <= pay.p25;
