import { BLOCKER_KINDS, type BlockerKind } from '@app/orders';

/** What a customer needs to know of what holds their order up. */
export interface BlockedWords {
  readonly headline: string;
  readonly lede: string;
  readonly next: string;
}

const WRITE = 'Please write to us at the address under “Questions”.';

/**
 * Of several things that hold an order up, the one that the customer must know of first; undefined when none does.
 * @param email the address that a bounced email went to.
 */
export function blockedWords(
  kinds: readonly BlockerKind[],
  { email, promise }: { email: string; promise: string | null },
): BlockedWords | undefined {
  const first = BLOCKER_KINDS.find((kind) => kinds.includes(kind));
  return first && wordsFor(first, email, promise);
}

function wordsFor(kind: BlockerKind, email: string, promise: string | null): BlockedWords {
  switch (kind) {
    case 'cancellation_notice':
      return {
        headline: 'You asked to cancel',
        lede: 'You asked to cancel. We are on it; nothing will be sent meanwhile.',
        next: 'A person cancels the order, and your money comes back the way you paid. We confirm it by email, and this page says so too.',
      };
    case 'refund_in_full':
      return {
        headline: 'Your money is on its way back',
        lede: 'All that you paid is being given back, so nothing more is sent for this order.',
        next: `You need do nothing. If this surprises you, tell us. ${WRITE}`,
      };
    case 'dispute':
      return {
        headline: 'Your bank has asked about this payment',
        lede: 'Your bank has asked about this payment. Nothing is sent until that is settled.',
        next: `Did you ask your bank to look into it, and would rather settle it with us? ${WRITE} If you did not ask, tell your bank that the payment is yours.`,
      };
    case 'fraud_warning':
      return {
        headline: 'Your bank has asked about this payment',
        lede: 'Your bank has asked whether you made this payment yourself. Nothing is sent until that is clear.',
        next: `If you made it, please tell us and your bank. If you did not, tell us as well and we give it back. ${WRITE}`,
      };
    case 'bounce':
      return {
        headline: 'Our email did not reach you',
        lede: `The mail server of ${email} refused our email, so we have stopped before sending anything more.`,
        next: 'A person is looking into it. You help most by correcting the address, under “For”: what did not arrive is then sent again by itself.',
      };
    case 'pause':
      return {
        headline: 'Your order is paused',
        lede: `We wrote to you about what we need.${promise === null ? '' : ` We promised your blueprint by ${promise}; the time that your order is paused is added to that.`}`,
        next: 'Please look for our email and answer it. Then we go on, and the new time stands here.',
      };
    case 'hold':
      return {
        headline: 'Your reviewer has a question',
        lede: promise === null ? 'A person is looking into it.' : `We promised your blueprint by ${promise}.`,
        next: 'We are writing to you about it. Please look for our email and reply to it.',
      };
  }
}
