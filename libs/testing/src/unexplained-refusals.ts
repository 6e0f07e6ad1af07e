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
        return !from.includes(state) && refusals?.[state] === undefined;
      })
      .map((state) => `${action} from ${state}`),
  );
}
