import * as charts from '@app/charts';
import { outsideFrame, overlappingTexts } from '../../../../../libs/charts/src/drawing-boxes.builder.js';
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

  it.each(SAMPLE_CHARTS)('$name stays inside its frame and writes no word over another', ({ draw }) => {
    for (const width of [342, 480, 720, 1120]) {
      expect(outsideFrame(draw(width))).toEqual([]);
      expect(overlappingTexts(draw(width))).toEqual([]);
    }
  });

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
