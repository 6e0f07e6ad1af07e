import fc from 'fast-check';

/**
 * The laws are tried on the same examples each time, so that a red run is of what was changed, and not of luck. `SEED=7 npm run test:long`
 * tries them on others.
 */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_201) });
