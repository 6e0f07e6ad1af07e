import { rankedBars } from './ranked-bars.js';
import { responsiveSvg } from './responsive.js';
import { toSvg } from './to-svg.js';

const draw = (width: number) =>
  rankedBars({
    title: 'Tasks & <tools>',
    rows: [{ label: '"Quoted" <b>', value: 62, level: 'high' }],
    width,
  });

describe('toSvg', () => {
  it('names itself for those who cannot see it, and holds no style or script', () => {
    const svg = toSvg(draw(720));
    expect(svg).toMatch(/^<svg class="chart" viewBox="0 0 720 [\d.]+"/);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('>Tasks &amp; &lt;tools&gt;</title>');
    expect(svg).toMatch(/<desc id="d-\w+">.+62, high<\/desc>/);
    expect(svg).not.toMatch(/style=|<script|<b>/);
  });

  it('gives the two layouts of one chart different ids, the same on every rendering', () => {
    const ids = [...responsiveSvg(draw).matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(responsiveSvg(draw)).toBe(responsiveSvg(draw));
  });
});
