import { defineMachine } from '@app/kernel';

/** open: the bank has yet to decide · won: the money is ours · lost: the bank has taken it. */
export type DisputeState = 'open' | 'won' | 'lost';
export type DisputeAction = 'win' | 'lose';

/** Forward only: what was fetched earlier and arrives later opens nothing again. */
export const disputeMachine = defineMachine<DisputeState, DisputeAction>({
  name: 'dispute',
  first: 'open',
  states: ['open', 'won', 'lost'],
  transitions: {
    win: {
      from: ['open'],
      to: 'won',
      refusals: { won: 'it is won already', lost: 'the bank has decided against us' },
    },
    lose: {
      from: ['open'],
      to: 'lost',
      refusals: { lost: 'it is lost already', won: 'the bank has decided for us' },
    },
  },
});

/** Stripe's words for an end that leaves us the money: won, an inquiry that the bank let go, or one that was settled before it began. */
const ENDED_WELL: readonly string[] = ['won', 'warning_closed', 'prevented'];

/** What Stripe's word says (API reference, "The Dispute object", `status`). One newer than this code counts as open: a person looks at it. */
export const disputeState = (word: string): DisputeState =>
  ENDED_WELL.includes(word) ? 'won' : word === 'lost' ? 'lost' : 'open';
