import fc from 'fast-check';
import { FakeClock } from '@app/testing';
import { Circuit } from './circuit.js';

const settings = { failures: 3, restMs: 1000, longestRestMs: 4000 };
const failing = (circuit: Circuit, times: number): void => {
  for (let time = 0; time < times; time += 1) circuit.failed();
};

describe('the circuit', () => {
  it('rests after failures in a row, and a success between starts the count again', () => {
    const circuit = new Circuit(new FakeClock(), settings);
    failing(circuit, 2);
    circuit.succeeded();
    failing(circuit, 2);
    expect(circuit.allows()).toBe(true);
    expect(circuit.failed()).toBe(true);
    expect(circuit.allows()).toBe(false);
  });

  it('lets one question through after the rest, and opens when it is answered', () => {
    const clock = new FakeClock();
    const circuit = new Circuit(clock, settings);
    failing(circuit, 3);
    clock.advance(999);
    expect(circuit.allows()).toBe(false);
    clock.advance(1);
    expect([circuit.allows(), circuit.allows()]).toEqual([true, false]);
    circuit.succeeded();
    expect([circuit.allows(), circuit.allows()]).toEqual([true, true]);
  });

  it('rests twice as long each time, up to the longest', () => {
    const clock = new FakeClock();
    const circuit = new Circuit(clock, settings);
    failing(circuit, 3);
    for (const rest of [1000, 2000, 4000, 4000]) {
      clock.advance(rest - 1);
      expect(circuit.allows()).toBe(false);
      clock.advance(1);
      expect(circuit.allows()).toBe(true);
      circuit.failed();
    }
  });

  it('rests at once for as long as it is asked to, a day at most', () => {
    const clock = new FakeClock();
    const circuit = new Circuit(clock, settings);
    circuit.failed(1e12);
    clock.advance(24 * 3600_000 - 1);
    expect(circuit.allows()).toBe(false);
    clock.advance(1);
    expect(circuit.allows()).toBe(true);
  });

  it('is not opened, nor kept shut for longer, by late answers to earlier questions', () => {
    const clock = new FakeClock();
    const circuit = new Circuit(clock, settings);
    failing(circuit, 3);
    circuit.succeeded();
    expect(circuit.allows()).toBe(false);
    failing(circuit, 9);
    clock.advance(1000);
    expect(circuit.allows()).toBe(true);
  });

  it('never shuts for good: after the longest rest a question gets through', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ask', 'fail', 'succeed', 'pass'), { maxLength: 60 }), (steps) => {
        const clock = new FakeClock();
        const circuit = new Circuit(clock, settings);
        let pending = 0;
        for (const step of steps) {
          if (step === 'ask' && circuit.allows()) pending += 1;
          if (step === 'pass') clock.advance(700);
          if ((step === 'fail' || step === 'succeed') && pending > 0) {
            pending -= 1;
            if (step === 'fail') circuit.failed();
            else circuit.succeeded();
          }
        }
        for (; pending > 0; pending -= 1) circuit.failed();
        clock.advance(settings.longestRestMs);
        expect(circuit.allows()).toBe(true);
      }),
    );
  });
});
