import * as charts from '@app/charts';
import { SAMPLE_CHARTS } from './sample-charts.js';

/** What `@app/charts` exports beside charts that stand for themselves. */
const NO_CHARTS = [
  'barCell',
  'dotCell',
  'intervalCell',
  'hatchPath',
  'levelOf',
  'levelWord',
  'line',
  'rect',
  'responsiveSvg',
  'signed',
  'text',
  'textWidth',
  'toSvg',
  'wrapText',
];

describe('the sample charts', () => {
  it('are one of each kind', () =>
    expect(SAMPLE_CHARTS.map(({ name }) => name).sort()).toEqual(
      Object.keys(charts)
        .filter((name) => !NO_CHARTS.includes(name))
        .sort(),
    ));

  it.each(SAMPLE_CHARTS)('$name has a title, words and a table behind it', ({ draw }) => {
    for (const width of [342, 720]) {
      const { title, description, table } = draw(width);
      expect(title).not.toBe('');
      expect(description).not.toBe('');
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    }
  });
});
