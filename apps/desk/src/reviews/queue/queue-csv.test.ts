import { csvCell } from './queue-csv.js';

describe('a cell of the queue’s file', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+44 20', `"'+44 20"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =HYPERLINK("http://evil.example")', `"'  =HYPERLINK(""http://evil.example"")"`],
    ['\t=1', `"'\t=1"`],
    ['|calc', `"'|calc"`],
    ['Zoë O’Neill, nurse', '"Zoë O’Neill, nurse"'],
    ['say "hi"', '"say ""hi"""'],
    ['', '""'],
  ])('keeps %j a text', (text, cell) => expect(csvCell(text)).toBe(cell));
});
