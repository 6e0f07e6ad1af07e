import 'reflect-metadata';
import globalSetup from '../global-setup.js';
import { realNow } from './virtual-time.js';

const number = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? usual : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number`);
  return value;
};
const has = (name: string): boolean => process.argv.includes(`--${name}`);

const stop = await globalSetup();
try {
  const { simulate } = await import('./simulate.js');
  const first = number('seed', 1);
  const count = number('seeds', has('seed') ? 1 : 10);
  for (let seed = first; seed < first + count; seed += 1) {
    const begun = realNow();
    const outcome = await simulate({
      seed,
      orders: number('orders', 8),
      weather: has('storm') ? 'storm' : 'calm',
      ...(has('trace') && { listen: (line: string) => console.log(line) }),
    });
    const { traceHash, counts, findings } = outcome;
    console.log(seed, traceHash, counts, findings, `${Math.round(realNow() - begun)} ms`);
  }
} finally {
  await stop();
}
