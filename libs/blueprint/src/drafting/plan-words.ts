import { withoutEmoji } from '@app/typeset';
import { inSentence } from '../copy/word-filters.js';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';

/** The task in which most of the exposed time lies, and a tool that does it. */
export function exposedTask({ result }: BlueprintInputs): { top_task: string | null; tool: string | null } {
  if (result.level === 'title unknown') return { top_task: null, tool: null };
  const [top] = result.rows
    .filter(({ taskId, exposure, stated }) => !/^other/.test(taskId) && stated !== 0 && exposure >= EXPOSED)
    .sort((a, b) => (b.stated ?? b.share) * b.exposure - (a.stated ?? a.share) * a.exposure);
  // What a list names beside the AI tools, a robot or a form, is nothing to direct.
  const tool = top?.tools.find(({ name }) => !name.includes('(not AI)'));
  return { top_task: top ? inSentence(withoutEmoji(top.name)) : null, tool: tool?.name ?? null };
}

/** The task of theirs that tools do least of, else their largest: what a page for a CV is written about. */
export function keptTask({ result }: BlueprintInputs): { kept_task: string | null } {
  if (result.level === 'title unknown') return { kept_task: null };
  const own = result.rows.filter(({ taskId, stated }) => !/^other/.test(taskId) && stated !== 0);
  const [least] = own
    .filter(({ exposure }) => exposure < EXPOSED)
    .sort(
      (a, b) =>
        (b.stated ?? b.share) * (EXPOSED - b.exposure) - (a.stated ?? a.share) * (EXPOSED - a.exposure),
    );
  const [largest] = [...own].sort((a, b) => (b.stated ?? b.share) - (a.stated ?? a.share));
  const task = least ?? largest;
  return { kept_task: task ? inSentence(withoutEmoji(task.name)) : null };
}

/** Managers, engineers, lawyers and the like have a professional body where nurses and teachers have a union; a solicitor's work comes from a partner. */
export const standingOf = (ownGroup = ''): { profession: boolean; boss: string } => ({
  profession: /^(?:1|21|24)/.test(ownGroup),
  boss: ownGroup === '2412' ? 'supervising partner or manager' : 'manager',
});

/** From here on tools can do a real part of a task. */
const EXPOSED = 35;
