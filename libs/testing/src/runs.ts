/**
 * How many examples a law is tried on: `few` in `npm test`, ten times as many in `npm run test:long`, and a tenth where each of a thousand
 * mutants is tried on them (`npm run mutants`).
 */
export const runs = (few: number): number =>
  Math.ceil(few * ({ long: 10, mutants: 0.1 }[process.env['TEST_MODE'] ?? ''] ?? 1));
