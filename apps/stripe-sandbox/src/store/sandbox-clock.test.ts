import { SandboxOptions } from '../options.js';
import { SandboxClock } from './sandbox-clock.js';

const KEYS = { secretKey: 'sk_test_sandbox', webhookSecret: 'whsec_test' };

describe('what is planned', () => {
  it.each([
    [true, ['due']],
    [false, []],
  ])('happens by itself where timers are %s, else when time is advanced', async (timers, ran) => {
    const clock = new SandboxClock(new SandboxOptions({ ...KEYS, timers }));
    const happened: string[] = [];
    clock.plan('due', clock.now(), () => happened.push('due'));
    clock.plan('later', clock.now() + 60_000, () => happened.push('later'));
    // Timers of one length go off in the order in which they were set.
    await new Promise((gone) => setTimeout(gone, 1));
    expect(happened).toEqual(ran);
    clock.advance(60_001);
    expect(happened).toEqual(['due', 'later']);
    clock.onApplicationShutdown();
  });
});
