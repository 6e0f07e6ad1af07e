import type { EditedContent } from '../content/edited-content.js';
import type { DataTexts } from './data-texts.js';
import { type Facts, fill } from './facts.js';

/** The words of an edited report with its figures filled in. */
export const editedTexts = ({ answer, summary, timeline, faq }: EditedContent, facts: Facts): DataTexts => ({
  headline: fill(answer, facts),
  summary: summary.map((sentence) => fill(sentence, facts)),
  timeline: timeline.map(({ phase, from, to, title, text }) => ({
    phase,
    from,
    to,
    period: from === to ? String(from) : `${from}–${to}`,
    title: fill(title, facts),
    text: fill(text, facts),
  })),
  faq: faq.map(({ question, answer: reply }) => ({
    question: fill(question, facts),
    answer: fill(reply, facts),
  })),
});
