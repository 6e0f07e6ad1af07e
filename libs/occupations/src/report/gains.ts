import type { EditedContent } from '../content/edited-content.js';
import { riskLabel } from '../method/risk-label.js';
import type { Gain } from '../model/report.js';

/** By the cut points of the risk label (method §2): 60 and more, 35 to 59, below. */
const WORDS = { High: 'A lot', Medium: 'Some', Low: 'A little' } as const;

/** What tools let people in this work do more of, most first. */
export const gainsOf = ({ gains }: EditedContent): Gain[] =>
  gains
    .map(({ id, name, how, gain, needs, tools }) => ({
      id,
      name,
      how,
      gain,
      word: WORDS[riskLabel(gain)],
      needs,
      tools: tools.map((tool) => tool.name),
    }))
    .sort((a, b) => b.gain - a.gain);
