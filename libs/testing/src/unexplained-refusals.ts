import type { Machine } from '@app/kernel';

/** Every action and state of a machine whose refusal has no words of its own; people read them, so there should be none. */
export function unexplainedRefusals<State extends string, Action extends string>({
  states,
  transitions,
}: Machine<State, Action>): string[] {
  return (Object.keys(transitions) as Action[]).flatMap((action) =>
    states
      .filter((state) => {
        const { from, refusals } = transitions[action];
        return !from.includes(state) && !refusals?.[state]?.trim();
      })
      .map((state) => `${action} from ${state}`),
  );
}

/** Where a machine begins and every step it takes, an action a line: `cancel: awaiting_payment, paid → cancelled`. */
export const stepsOf = <State extends string, Action extends string>({
  name,
  first,
  states,
  transitions,
  next,
}: Machine<State, Action>): string[] => [
  `${name}: ${first}`,
  ...(Object.keys(transitions) as Action[]).map((action) => {
    const from = states.filter((state) => 'to' in next(state, action));
    return `${action}: ${from.join(', ')} → ${transitions[action].to}`;
  }),
];
