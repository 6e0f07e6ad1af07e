/** A part of the code that guards money, promises or people, and the tests that must notice when it is broken. */
export interface Part {
  /** Globs of what is broken. */
  readonly mutate: readonly string[];
  /** Globs of the tests that look. */
  readonly tests: readonly string[];
  /** Whether those tests need a PostgreSQL: slow, so run it by name. */
  readonly database: boolean;
}

const beside = (folder: string): Part => ({
  mutate: [`${folder}/**/*.ts`],
  tests: [`${folder}/**/*.test.ts`],
  database: false,
});

/** What `npm run mutants -- <name>` knows. The pure parts run by themselves; one with a database runs when it is named. */
export const PARTS: Readonly<Record<string, Part>> = {
  kernel: {
    mutate: ['libs/kernel/src/{money,machine,retention,seal}.ts', 'libs/kernel/src/calendar/*.ts'],
    tests: ['libs/kernel/src/**/*.test.ts'],
    database: false,
  },
  scoring: beside('libs/assessment/src/scoring'),
  acts: {
    mutate: [
      'libs/orders/src/acts/*.act.ts',
      'libs/orders/src/order/{order-machine,order-clock,access-token}.ts',
    ],
    tests: ['libs/orders/src/acts/*.act.test.ts', 'libs/orders/src/order/*.test.ts'],
    database: false,
  },
  machines: {
    mutate: [
      'libs/payments/src/*-machine.ts',
      'libs/payments/src/payment-fit.ts',
      'libs/delivery/src/*-machine.ts',
      'libs/personal-data/src/erasure/erasure-state.ts',
      'libs/review/src/queue/*.ts',
    ],
    tests: [
      'libs/payments/src/{*-machine,payment-fit}.test.ts',
      'libs/delivery/src/*-machine.test.ts',
      'libs/personal-data/src/erasure/erasure-state.test.ts',
      'libs/review/src/queue/*.test.ts',
    ],
    database: false,
  },
  payments: {
    mutate: ['libs/payments/src/{refund,payment,session,dispute}*.ts'],
    tests: ['libs/payments/src/**/*.test.ts'],
    database: true,
  },
  review: {
    mutate: ['libs/review/src/decisions/*.ts'],
    tests: ['libs/review/src/decisions/*.test.ts'],
    database: true,
  },
  delivery: {
    mutate: ['libs/delivery/src/{approved-files,delivery-attempts,delivery-outcomes,signed-links}.ts'],
    tests: ['libs/delivery/src/**/*.test.ts'],
    database: true,
  },
  'personal-data': {
    mutate: ['libs/personal-data/src/{erasure,retention}/*.ts'],
    tests: ['libs/personal-data/src/**/*.test.ts'],
    database: true,
  },
};
