import { type StaffTask, type TaskAct, taskKind } from '@app/tasks';

/** A button of a task: where it leads. Acts on an order open their form on the page of the order. */
export interface TaskButton {
  readonly href: string;
  readonly words: string;
}

const WORDS: Readonly<Record<TaskAct, string>> = {
  answer: 'Answer by email',
  answer_correction: 'Answer without a change',
  at_stripe: 'Open at Stripe',
  cancel: 'Cancel and refund',
  confirm_otherwise: 'Confirmed another way',
  confirm_refund: 'Confirm or decline',
  correct_address: 'Correct and re-send',
  end_blocker: 'End the blocker',
  look_at_fact: 'Look at the fact',
  paid_otherwise: 'Paid another way',
  redraft_correction: 'Have it made again',
  refund: 'Refund',
  retry_job: 'Go to the jobs',
  review: 'Go to its draft',
  send_again: 'Send again',
  settle_email: 'Settle the email',
  close_with_pack: 'Make the pack and close',
  write: 'Write from a template',
};

/** The buttons of a task, the usual one first; one that needs an order is left out when the task has none. */
export function taskButtons(task: Pick<StaffTask, 'kind' | 'subject' | 'orderId' | 'data'>): TaskButton[] {
  return (taskKind(task.kind)?.acts ?? []).flatMap((act) => {
    const href = hrefOf(act, task);
    return href === null ? [] : [{ href, words: WORDS[act] }];
  });
}

function hrefOf(
  act: TaskAct,
  { subject, orderId, data }: Pick<StaffTask, 'subject' | 'orderId' | 'data'>,
): string | null {
  switch (act) {
    case 'answer': {
      const email = writerIn(data);
      if (email !== null) return `mailto:${encodeURIComponent(email)}`;
      return orderId && `/orders/${orderId}`;
    }
    case 'at_stripe':
      return `https://dashboard.stripe.com/search?query=${encodeURIComponent(subject)}`;
    case 'retry_job':
      return '/jobs';
    case 'look_at_fact':
      return `/evidence?fact=${encodeURIComponent(subject)}`;
    case 'settle_email':
      return '/deliveries';
    case 'review':
      return orderId && `/orders/${orderId}#versions`;
    case 'end_blocker':
      return orderId && `/orders/${orderId}#blocked`;
    default:
      return orderId && `/orders/${orderId}?act=${act}#act-${act}`;
  }
}

/** The address of who wrote to us by a form. */
function writerIn({ said }: Readonly<Record<string, unknown>>): string | null {
  const email = said !== null && typeof said === 'object' ? (said as Record<string, unknown>)['Email'] : null;
  return typeof email === 'string' ? email : null;
}
