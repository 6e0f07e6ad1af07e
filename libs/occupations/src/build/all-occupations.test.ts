import { join } from 'node:path';
import { loadContent } from '../content/load-content.js';
import { DATA_FOLDER, loadDataset } from '../dataset/index.js';
import { allOccupations } from './all-occupations.js';

const dataset = loadDataset(DATA_FOLDER);
const content = loadContent(join(DATA_FOLDER, '..', 'content'));

describe('the address of a page', () => {
  it('says what the work is, not that it is what was left over', () => {
    const { all } = allOccupations(dataset, content);
    expect(all.map(({ slug }) => slug).filter((slug) => slug.startsWith('other-'))).toEqual([]);
  });

  it('of a group leads to no report that is not about it', () => {
    const planted = content.edited.map((file) =>
      file.slug === 'chef' ? { ...file, content: { ...file.content, aliases: ['head-chef', 'cook'] } } : file,
    );
    expect(() => allOccupations(dataset, { ...content, edited: planted })).toThrow(
      /chef\.yaml:\d+: cook is the address of group 5435, which this report does not answer/,
    );
  });
});
