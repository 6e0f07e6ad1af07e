import fc from 'fast-check';
import { stepsOf, unexplainedRefusals } from '@app/testing';
import { type BlueprintAction, blueprintMachine, type BlueprintState } from './blueprint-machine.js';

const { transitions, first, next } = blueprintMachine;
const actions = Object.keys(transitions) as BlueprintAction[];

describe('the machine of a blueprint', () => {
  it('takes these steps and no others', () => {
    expect(stepsOf(blueprintMachine)).toEqual([
      'blueprint: drafted',
      'render: drafted → rendered',
      'supersede: drafted, rendered → superseded',
    ]);
  });

  it('says in its own words why, wherever it refuses', () => {
    expect(unexplainedRefusals(blueprintMachine)).toEqual([]);
  });

  it('goes forward only, whatever happens in whatever order', () => {
    const rank: Record<BlueprintState, number> = { drafted: 0, rendered: 1, superseded: 2 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (steps) => {
        let state: BlueprintState = first;
        for (const step of steps) {
          const to = next(state, step);
          if ('refused' in to) continue;
          expect(rank[to.to]).toBeGreaterThan(rank[state]);
          state = to.to;
        }
      }),
    );
  });

  it('makes a file once, and none for a version that is out of date', () => {
    expect(next('rendered', 'render')).toEqual({ refused: 'its file is made already' });
    expect(next('superseded', 'render')).toHaveProperty('refused');
  });
});
