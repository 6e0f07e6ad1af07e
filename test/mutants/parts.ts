import { actLines } from './act-lines.js';

/** A part of the code that guards money, promises or people, and the tests that must notice when it is broken. */
export interface Part {
  /** Globs of what is broken. */
  readonly mutate: readonly string[];
  /** Globs of the tests that look. */
  readonly tests: readonly string[];
  /**
   * Whether those tests need a PostgreSQL: slow, so run it by name. Texts are not broken there: SQL without its words fails at once, and words
   * for people are read by the tests of pages and emails.
   */
  readonly database: boolean;
}

/** What `npm run mutants -- <name>` knows. The pure parts run by themselves; one with a database runs when it is named. */
export const PARTS: Readonly<Record<string, Part>> = {
  kernel: {
    mutate: ['libs/kernel/src/{money,machine,retention,seal}.ts', 'libs/kernel/src/calendar/*.ts'],
    tests: ['libs/kernel/src/**/*.test.ts'],
    database: false,
  },
  /** Apart from the rest of scoring: each mutant counts what it is asked, and these lines run hundreds of thousands of times a result. */
  draws: {
    mutate: ['libs/assessment/src/scoring/{random,interval}.ts'],
    tests: ['libs/assessment/src/scoring/{random,interval,golden-intervals}.test.ts'],
    database: false,
  },
  scoring: {
    mutate: ['libs/assessment/src/scoring/!(random|interval).ts'],
    // The laws over many people and over the whole catalogue take seconds for each mutant: what they hold has small tests beside them.
    tests: ['libs/assessment/src/scoring/!(finding|score-laws|random).test.ts'],
    database: false,
  },
  acts: {
    // Without what an act asks of the database: that is the part below.
    mutate: [...actLines('rest'), 'libs/orders/src/order/{order-machine,order-clock,access-token}.ts'],
    tests: ['libs/orders/src/acts/!(looks).test.ts', 'libs/orders/src/order/*.test.ts'],
    database: false,
  },
  /** What an act asks of the database before it decides. */
  'acts-look': {
    mutate: actLines('look'),
    tests: ['libs/orders/src/acts/looks.test.ts'],
    database: true,
  },
  machines: {
    mutate: [
      'libs/{payments,delivery,review,blueprint}/src/*-machine.ts',
      'libs/personal-data/src/erasure/erasure-state.ts',
      'libs/review/src/queue/{at-risk,claim-expiry,due-words,kept-for,queue-filters}.ts',
      'libs/review/src/decisions/second-rule.ts',
    ],
    tests: [
      'libs/{payments,delivery,review,blueprint}/src/*-machine.test.ts',
      'libs/personal-data/src/erasure/erasure-state.test.ts',
      'libs/review/src/queue/*.test.ts',
      'libs/review/src/decisions/second-rule.test.ts',
    ],
    database: false,
  },
  /** What is worked out of money before anything is asked of the database: whether it fits, where it is, and in which words. */
  money: {
    mutate: [
      'libs/payments/src/{payment-fit,money-state,money-words,session-facts,kept-event,lasting-refusal,refund-refusals,refund-news}.ts',
      'libs/orders/src/promise/late-remedy.ts',
    ],
    tests: [
      'libs/payments/src/{payment-fit,money-state,money-since,money-words,session-facts,kept-event,lasting-refusal,refund-news}.test.ts',
      'libs/orders/src/promise/late-remedy.test.ts',
    ],
    database: false,
  },
  payments: {
    mutate: ['libs/payments/src/{session-outcomes,dispute-outcomes}.ts'],
    tests: ['libs/payments/src/{webhooks,session-outcomes,dispute-outcomes}.test.ts'],
    database: true,
  },
  /** Apart from the payments: whoever gives money back has paid before, so every test here passes through all of those. */
  refunds: {
    mutate: ['libs/payments/src/{refund-records,refund-decisions,refunds.service}.ts'],
    tests: ['libs/payments/src/{refunds,refund-records,refund-decisions,paid-otherwise}.test.ts'],
    database: true,
  },
  review: {
    mutate: ['libs/review/src/decisions/!(second-rule).ts'],
    tests: ['libs/review/src/decisions/!(second-rule).test.ts'],
    database: true,
  },
  delivery: {
    mutate: ['libs/delivery/src/{approved-files,delivery-attempts,delivery-outcomes,signed-links}.ts'],
    tests: ['libs/delivery/src/*.test.ts'],
    database: true,
  },
  'personal-data': {
    mutate: ['libs/personal-data/src/{erasure,retention}/!(erasure-state).ts'],
    tests: ['libs/personal-data/src/**/!(erasure-state).test.ts'],
    database: true,
  },
  /** How each owner of a table erases and removes what is asked of it. */
  forgetting: {
    mutate: ['libs/*/src/**/*-forgetting{,.store}.ts'],
    tests: ['libs/personal-data/src/**/!(erasure-state).test.ts'],
    database: true,
  },
};
