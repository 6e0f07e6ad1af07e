import { plainText } from './plain-text.js';

describe('our own HTML as plain text', () => {
  it('keeps headings, lists and links readable', () => {
    expect(
      plainText(`<h2>If it is late</h2>
        <p>We write to you &amp; say <strong>when</strong>. See <a href="https://x.example/terms">the terms</a>.</p>
        <p>Or write to <a href="mailto:help@x.example?subject=Late">help@x.example</a>.</p>
        <ul><li>One</li><li>Two</li></ul>`),
    ).toBe(`IF IT IS LATE
We write to you & say when. See the terms (https://x.example/terms).

Or write to help@x.example.
- One
- Two`);
  });

  it('folds lines, lists with a hanging indent, and never breaks an address', () => {
    const address = `https://x.example/${'a'.repeat(90)}`;
    const lines = plainText(
      `<p>${'word '.repeat(40)}</p><ul><li>${'word '.repeat(40)}</li></ul><p>${address} end</p>`,
    ).split('\n');
    const widest = Math.max(...lines.filter((line) => line !== address).map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(72);
    expect(widest).toBeGreaterThan(72 - ' word'.length);
    expect(lines.filter((line) => line.startsWith('  word')).length).toBeGreaterThan(1);
    expect(lines).toContain(address);
  });
});
