import { formatDay, formatPence } from '@app/kernel';
import type { MoneyStage, MoneyState } from './money-state.js';

export interface MoneyWords {
  /** For a list: "£49 at the bank". */
  readonly short: string;
  /** For the customer, whole sentences; the same on every page and in every email. */
  readonly sentence: string;
}

const SHORT: Readonly<Record<MoneyStage, string>> = {
  nothing: 'nothing paid',
  paid: 'paid',
  owed_back: 'owed back',
  asked: 'asked of the bank',
  at_the_bank: 'sent to the bank',
  arrived: 'paid back',
  failed: 'came back to us: owed',
  questioned: 'questioned by the bank',
  taken: 'taken by the bank',
};

/** The state of an order's money in words. */
export function moneyWords(money: MoneyState): MoneyWords {
  const amount = formatPence(money.amount);
  const of = money.part ? ` of the ${formatPence(money.paid)} you paid` : '';
  const short =
    money.stage === 'nothing'
      ? SHORT.nothing
      : `${amount}${money.part ? ` of ${formatPence(money.paid)}` : ''} ${SHORT[money.stage]}`;
  return { short, sentence: sentenceOf(money, amount, of) };
}

function sentenceOf({ stage, byHand, since }: MoneyState, amount: string, of: string): string {
  switch (stage) {
    case 'nothing':
      return 'Nothing was charged.';
    case 'paid':
      return `You have paid ${amount}.`;
    case 'owed_back':
      return byHand
        ? `${amount}${of} is yours. It could not go back the way you paid, so a person is looking into it and writes to you.`
        : `${amount}${of} is being paid back to the card or account you paid with.`;
    case 'asked':
      return `${amount}${of} is being paid back. Our payment provider has it in hand.`;
    case 'at_the_bank':
      return `${amount}${of} has gone back to the card or account you paid with. Banks usually show it within 5 to 10 business days.`;
    case 'arrived':
      return `${amount}${of} was paid back${since ? ` on ${formatDay(since)}` : ''}. Your bank should have shown it by now; if not, write to us and we will find it with you.`;
    case 'failed':
      return `${amount}${of} was sent back to you and did not arrive: your bank returned it. It is yours, and a person writes to you about how to pay it.`;
    case 'questioned':
      return `Your bank is looking into ${amount}${of}. It holds the money until it has decided.`;
    case 'taken':
      return `Your bank has decided, and has taken ${amount}${of} back for you. That is settled; you need do nothing.`;
  }
}
