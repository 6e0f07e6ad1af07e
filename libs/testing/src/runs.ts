/** How many examples a law is tried on: `few` in `npm test`, ten times as many in `npm run test:long`. */
export const runs = (few: number): number => (process.env['TEST_MODE'] === 'long' ? few * 10 : few);
