import { loadDataset } from '@app/occupations';
import { elementName } from './element-name.js';

/** Letters that the labels of a bar chart have room for; more would be cut. */
const ROOM = 36;

describe('the names of skills and fields of knowledge', () => {
  it('have room beside their bars', () => {
    const names = [...loadDataset().elements].map(({ name }) => elementName(name));
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => name.length > ROOM)).toEqual([]);
  });
});
