/** What a payment with a test card leads to. */
export type CardBehaviour =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'disputed' }
  | { readonly kind: 'challenge' }
  | {
      readonly kind: 'declined';
      readonly code: DeclineCode;
      readonly declineCode: string;
      readonly message: string;
    };

type DeclineCode = 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';

export interface TestCard {
  readonly number: string;
  readonly brand: 'visa' | 'mastercard' | 'amex';
  readonly label: string;
  readonly behaviour: CardBehaviour;
}

const declined = (
  declineCode: string,
  message: string,
  code: DeclineCode = 'card_declined',
): CardBehaviour => ({
  kind: 'declined',
  code,
  declineCode,
  message,
});

/** Stripe's published test cards, those the product needs first. Source: docs.stripe.com/testing. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', label: 'Succeeds', behaviour: { kind: 'succeeds' } },
  {
    number: '4000000000000002',
    brand: 'visa',
    label: 'Is declined',
    behaviour: declined('generic_decline', 'Your card was declined.'),
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    label: 'Is declined: insufficient funds',
    behaviour: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  {
    number: '4000002760003184',
    brand: 'visa',
    label: 'Asks for 3-D Secure every time',
    behaviour: { kind: 'challenge' },
  },
  {
    number: '4000002500003155',
    brand: 'visa',
    label: 'Asks for 3-D Secure unless set up',
    behaviour: { kind: 'challenge' },
  },
  {
    number: '4000000000000259',
    brand: 'visa',
    label: 'Succeeds, then is disputed as fraud',
    behaviour: { kind: 'disputed' },
  },
  {
    number: '5555555555554444',
    brand: 'mastercard',
    label: 'Succeeds (Mastercard)',
    behaviour: { kind: 'succeeds' },
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    label: 'Is declined: expired card',
    behaviour: declined('expired_card', 'Your card has expired.', 'expired_card'),
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    label: 'Is declined: incorrect CVC',
    behaviour: declined('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
  },
];

export const testCard = (number: string): TestCard | undefined =>
  TEST_CARDS.find((card) => card.number === number);

/** `4242 4242 4242 4242`. */
export const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
