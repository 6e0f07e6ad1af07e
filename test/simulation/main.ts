import 'reflect-metadata';
import { ConsoleLogger, Logger } from '@nestjs/common';
import globalSetup from '../global-setup.js';
import { realNow } from './virtual-time.js';

const USAGE = `npm run simulate -- [--seeds N] [--seed K] [--orders M] [--calm | --storm] [--stumble] [--twice] [--plant all|K,…] [--case FILE] [--trace]

  --seeds N    so many seeds, from --seed on (10; 1 with --seed)
  --orders M   people who come in each (8)
  --calm       nothing goes wrong outside; --storm: everything does. Without either both, in turns
  --stumble    every job throws at each of its steps in turn, one attempt after another, before it comes through
  --twice      lives through each seed twice and compares
  --plant all  plants faults in the product, one after another, and says how soon each is found; --plant 3,7 those alone.
               A single one is made as small as it goes and written to a case file
  --case FILE  lives through a case that was written to a file, twice, and says whether both are what it says
  --trace      prints what happens`;

const argv = process.argv.slice(2);
const has = (name: string): boolean => argv.includes(`--${name}`);
const number = (name: string, usual: number): number => {
  if (!has(name)) return usual;
  const value = Number(argv[argv.indexOf(`--${name}`) + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} wants a whole number.\n\n${USAGE}`);
  return value;
};

const word = (name: string): string => {
  const value = argv[argv.indexOf(`--${name}`) + 1];
  if (value === undefined || value.startsWith('--')) throw new Error(`--${name} wants a word.\n\n${USAGE}`);
  return value;
};

async function main(): Promise<number> {
  if (has('help')) {
    console.log(USAGE);
    return 0;
  }
  // Three apps in one process: what Nest warns of at the start concerns nobody here.
  Logger.overrideLogger(new ConsoleLogger({ logLevels: ['fatal'] }));
  const stop = await globalSetup();
  try {
    const { liveThrough, findPlanted } = await import('./report.js');
    const { replayCase } = await import('./case-on-disk.js');
    if (has('case')) return (await replayCase(word('case'), (line) => console.log(line))) ? 0 : 1;
    const first = number('seed', 1);
    const settings = {
      seeds: Array.from({ length: number('seeds', has('seed') ? 1 : 10) }, (_, index) => first + index),
      orders: number('orders', 8),
      weathers: has('calm')
        ? (['calm'] as const)
        : has('storm')
          ? (['storm'] as const)
          : (['calm', 'storm'] as const),
      ...(has('plant') && word('plant') !== 'all' && { faults: word('plant').split(',').map(Number) }),
      stumbles: has('stumble'),
      twice: has('twice'),
      trace: has('trace'),
      clock: realNow,
    };
    return (await (has('plant') ? findPlanted(settings) : liveThrough(settings))) ? 0 : 1;
  } finally {
    await stop();
  }
}

process.exitCode = await main();
