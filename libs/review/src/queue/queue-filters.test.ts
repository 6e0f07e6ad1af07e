import { filtersAmong, QUEUE_FILTERS } from './queue-filters.js';

describe('the filters of the queue', () => {
  it('are those asked for, each once, in their own order', () => {
    expect(filtersAmong(['overdue', 'mine', 'overdue', 'unknown', 7])).toEqual(['mine', 'overdue']);
    expect(filtersAmong(QUEUE_FILTERS)).toEqual(QUEUE_FILTERS.slice(1));
  });

  it('are “open” where none narrows it, and not beside one that does', () => {
    expect(filtersAmong([])).toEqual(['open']);
    expect(filtersAmong(['open', 'unknown'])).toEqual(['open']);
    expect(filtersAmong(['open', 'held'])).toEqual(['held']);
  });
});
