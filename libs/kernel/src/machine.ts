import { DomainError } from './domain-error.js';

/** One row of a table of transitions. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** Why a state that is not in `from` refuses; staff and logs read it. A state without words is told by {@link Machine.next}. */
  readonly refusals?: Partial<Readonly<Record<State, string>>>;
}

/** What a thing may become, as data: the states of one row of a table, and the actions that lead from one to the next. */
export interface Machine<State extends string, Action extends string> {
  /** What it is the state of, e.g. `order`; stands in refusals. */
  readonly name: string;
  readonly first: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Action, Transition<State>>>;
  /** Where `action` leads from `state`, or in words why it leads nowhere. */
  next(state: State, action: Action): { readonly to: State } | { readonly refused: string };
  /** Every state from which `action` is possible, for `where state in (…)`. */
  from(action: Action): readonly State[];
}

/**
 * Makes a machine of its table and checks it. Modules define theirs at the top level, so a broken table stops the boot.
 * @throws DomainError `machine_broken` for a state that nothing leads to, a transition from or to a state that is not one, or a refusal
 *   for a state that does not refuse.
 */
export function defineMachine<State extends string, Action extends string>(definition: {
  readonly name: string;
  readonly first: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Action, Transition<State>>>;
}): Machine<State, Action> {
  const { name, states, transitions } = definition;
  const faults = faultsOf(definition);
  if (faults.length > 0)
    throw new DomainError('machine_broken', `The ${name} machine: ${faults.join('; ')}.`);
  return {
    ...definition,
    states: [...states],
    next: (state, action) => {
      const { from, to, refusals } = transitions[action];
      return from.includes(state)
        ? { to }
        : {
            refused:
              refusals?.[state] ?? `the ${name} is ${words(state)}, so ${words(action)} is not possible`,
          };
    },
    from: (action) => transitions[action].from,
  };
}

const words = (name: string): string => name.replaceAll('_', ' ').replaceAll('-', ' ');

function faultsOf<State extends string>({
  first,
  states,
  transitions,
}: {
  readonly first: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<string, Transition<State>>>;
}): string[] {
  const rows = Object.entries(transitions);
  const unknown = rows.flatMap(([action, { from, to }]) =>
    [...from, to]
      .filter((state) => !states.includes(state))
      .map((state) => `${action} names ${state}, which is no state`),
  );
  const idle = rows.flatMap(([action, { from, refusals = {} }]) =>
    from.filter((state) => state in refusals).map((state) => `${action} both leaves ${state} and refuses it`),
  );
  const reached = new Set<State>([first]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const [, { from, to }] of rows) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  const lost = states.filter((state) => !reached.has(state)).map((state) => `nothing leads to ${state}`);
  return [...unknown, ...idle, ...lost];
}
