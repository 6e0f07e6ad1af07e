import { defineMachine } from './machine.js';

const door = {
  name: 'door',
  first: 'shut',
  states: ['shut', 'open', 'walled_up'],
  transitions: {
    open: { from: ['shut'], to: 'open', refusals: { open: 'the door stands open' } },
    shut: { from: ['open'], to: 'shut' },
    'wall-up': { from: ['shut'], to: 'walled_up' },
  },
} as const;

describe('a machine', () => {
  it('says where an action leads, or why it leads nowhere', () => {
    const machine = defineMachine(door);
    expect(machine.next('shut', 'open')).toEqual({ to: 'open' });
    expect(machine.next('open', 'open')).toEqual({ refused: 'the door stands open' });
    expect(machine.next('walled_up', 'wall-up')).toEqual({
      refused: 'the door is walled up, so wall up is not possible',
    });
    expect(machine.from('open')).toEqual(['shut']);
    expect(machine.states).toEqual(['shut', 'open', 'walled_up']);
  });

  it('names itself and every fault when it is broken', () => {
    const transitions = {
      open: { from: ['shut'], to: 'ajar' },
      shut: { from: ['open', 'walled_up'], to: 'shut' },
    };
    expect(() => defineMachine<string, string>({ ...door, transitions })).toThrow(
      expect.objectContaining({
        code: 'machine_broken',
        message:
          'The door machine: open names ajar, which is no state; nothing leads to open; nothing leads to walled_up.',
      }),
    );
  });

  it('finds states that lead only to each other', () => {
    const states = ['shut', 'ajar', 'open'];
    const transitions = { widen: { from: ['ajar'], to: 'open' }, narrow: { from: ['open'], to: 'ajar' } };
    expect(() => defineMachine<string, string>({ name: 'door', first: 'shut', states, transitions })).toThrow(
      'nothing leads to ajar; nothing leads to open',
    );
  });

  it('reaches a state that only some of its origins lead to', () => {
    const transitions = {
      open: { from: ['shut', 'walled_up'], to: 'open' },
      'wall-up': { from: ['open'], to: 'walled_up' },
    };
    expect(() => defineMachine<string, string>({ ...door, transitions })).not.toThrow();
  });

  it.each([
    ['nothing leads to walled_up', { ...door.transitions, 'wall-up': { from: ['shut'], to: 'shut' } }],
    [
      'shut names locked, which is no state',
      { ...door.transitions, shut: { from: ['open', 'locked'], to: 'shut' } },
    ],
    [
      'open both leaves shut and refuses it',
      { ...door.transitions, open: { from: ['shut'], to: 'open', refusals: { shut: 'never' } } },
    ],
  ])('that is broken stops the boot: %s', (fault, transitions) => {
    expect(() => defineMachine<string, string>({ ...door, transitions })).toThrow(fault);
  });
});
