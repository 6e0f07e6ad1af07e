import { summaryToSend } from './email-summary.js';

const reasons = ['**Your pay first:** it is low.', 'Most of it carries over.'];
const emailSummary = [
  'Your score is 50.',
  'We recommend staying.',
  '**Your pay first:** it is low.',
  'First, ask.',
];
const edit = (page: number, draft: string, text: string) => ({ page, draft, text });

describe('the summary of the email that brings the blueprint', () => {
  it('has no marks of bold words', () => {
    expect(summaryToSend({ emailSummary, reasons })).toEqual([
      'Your score is 50.',
      'We recommend staying.',
      'Your pay first: it is low.',
      'First, ask.',
    ]);
  });

  it('says a reason as the reviewer worded it', () => {
    const edits = [edit(2, reasons[0] ?? '', '**Pay:** ask what others get.')];
    expect(summaryToSend({ emailSummary, reasons, edits })[2]).toBe('Pay: ask what others get.');
  });

  it.each([2, 14])('leaves the answer to page 2 where the reviewer changed page %i otherwise', (page) => {
    const edits = [edit(page, 'Stay, and ask', 'Go, and ask')];
    expect(summaryToSend({ emailSummary, reasons, edits })).toEqual([
      'Your score is 50.',
      'Our answer, as your reviewer put it, is on page 2.',
    ]);
  });

  it('keeps to the draft where other pages were changed', () => {
    const edits = [edit(7, 'One', 'Two')];
    expect(summaryToSend({ emailSummary, reasons, edits })).toHaveLength(4);
  });
});
