import { defineMachine } from '@app/kernel';

/** drafted: the snapshot is stored; rendered: the file is stored; superseded: a newer version has taken its place. */
export type BlueprintState = 'drafted' | 'rendered' | 'superseded';

export type BlueprintAction = 'render' | 'supersede';

/** Forward only: a file is made once, and what has been superseded never counts again. */
export const blueprintMachine = defineMachine<BlueprintState, BlueprintAction>({
  name: 'blueprint',
  first: 'drafted',
  states: ['drafted', 'rendered', 'superseded'],
  transitions: {
    render: {
      from: ['drafted'],
      to: 'rendered',
      refusals: {
        rendered: 'its file is made already',
        superseded: 'a newer version has taken its place, so no file is needed',
      },
    },
    supersede: {
      from: ['drafted', 'rendered'],
      to: 'superseded',
      refusals: { superseded: 'a newer version has taken its place already' },
    },
  },
});
