import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import {
  contrast,
  declarations,
  joined,
  type Mode,
  parts,
  partText,
  saidInVain,
  tokens,
} from './house-style.builder.js';

const MODES: readonly Mode[] = ['light', 'dark', 'print'];
const elsewhere = parts().filter((file) => file !== 'tokens.css');
const said = ({ file, selector, property, value }: ReturnType<typeof declarations>[number]): string =>
  `${file}: ${selector} { ${property}: ${value} }`;

describe('the palette', () => {
  const colour = (mode: Mode, name: string): string => tokens(mode).get(name) ?? '';

  it.each(MODES)('is readable, %s', (mode) => {
    const faint: string[] = [];
    const check = (front: string, back: string, least: number): void => {
      const found = contrast(colour(mode, front), colour(mode, back));
      if (found < least) faint.push(`${front} on ${back}: ${found.toFixed(2)}, ${least} needed`);
    };
    for (const back of ['paper', 'card', 'soft'])
      for (const words of ['ink', 'muted', 'accent', 'low-text', 'medium-text', 'high-text'])
        check(words, back, 4.5);
    for (const button of ['accent', 'accent-deep']) check('on-accent', button, 4.5);
    check('paper', 'high', 4.5);
    for (const mark of ['accent', 'low', 'medium', 'high', 'muted']) {
      check(mark, 'paper', 3);
      check(mark, 'card', 3);
      check(mark, 'track', 3);
    }
    check('accent', 'interval', 3);
    check('ink', 'interval', 3);
    expect(faint).toEqual([]);
  });

  it('is the only place with colours', () => {
    const literal =
      /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|color-mix)\(|\b(white|black|red|green|blue|gr[ae]y|silver)\b/i;
    const strays = declarations(elsewhere).filter(({ value }) => literal.test(value));
    expect(strays.map(said)).toEqual([]);
  });

  it('has the same names in every mode', () => {
    const names = (css: string): string[] =>
      [...css.matchAll(/--([\w-]+):\s*(#|Canvas|GrayText|LinkText|color-mix)/g)]
        .map(([, name = '']) => name)
        .sort();
    const [first = '', ...modes] = partText('tokens.css').split('@media');
    const coloured = modes.filter((block) => block.includes('--paper'));
    expect(coloured).toHaveLength(3);
    for (const block of coloured) expect(names(block)).toEqual(names(first));
  });
});

describe('the scales', () => {
  it('call every step by its size in pixels', () => {
    const steps = [...tokens('light')].filter(([name]) => /^[ts]\d+$/.test(name));
    expect(steps).toHaveLength(19);
    for (const [name, value] of steps) {
      expect({ name, value: `${parseFloat(value) * 16}px` }).toEqual({ name, value: `${name.slice(1)}px` });
      if (name.startsWith('s')) expect(Number(name.slice(1)) % 4).toBe(0);
    }
  });

  it('hold every size of text', () => {
    const size = /^(inherit|var\(--(t\d+|h1|h2|h3|lede)\))$/;
    const strays = declarations(elsewhere).filter(({ file, property, value }) => {
      if (file === 'fonts.css') return false;
      if (property === 'font-size') return !size.test(value) && !/^\d+%$/.test(value);
      if (property !== 'font' || value === 'inherit') return false;
      return !size.test(/^\d+ (\S+)/.exec(value)?.[1] ?? '');
    });
    expect(strays.map(said)).toEqual([]);
  });

  it('hold every space', () => {
    const spaced = /^(margin|padding|gap|column-gap|row-gap|inset|top|right|bottom|left|scroll-padding)/;
    const step = /var\(--s\d+\)|(?<![\w.])-?(0|1px)(?![\w.])|auto|!important/g;
    const strays = declarations(elsewhere).filter(({ property, value }) => {
      if (!spaced.test(property)) return false;
      const rest = value.replace(step, '').replace(/calc\(-1 \* ( - )?\)/g, '');
      return rest.trim() !== '';
    });
    expect(strays.map(said)).toEqual([]);
  });
});

describe('the rules', () => {
  // The product page shows a page of the sample blueprint as its HTML copy is written.
  const sources = [
    'templates/site',
    'templates/desk',
    'templates/blueprint/twin',
    'apps/site/src',
    'apps/desk/src',
    'libs/charts/src',
  ]
    .flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.(liquid|ts)$/.test(file) && !/\.(test|builder)\.ts$/.test(file))
    .map((file) => readFileSync(projectPath(file), 'utf8'))
    .join('\n');
  const inMarkup = [...sources.matchAll(/\bclass(?:Name)?(?:=|: ?)["'`]([^"`]*)/g)]
    .map(([, names = '']) => names)
    .join('\n');
  const written = (name: string, where = inMarkup): boolean =>
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(where);
  /** Classes put together in code: `f-${role}`, `w${weight}`, `level-{{ level }}`, `{{ period.phase }}`. */
  const made = (name: string): boolean =>
    ['chart', 'serif', 'w5', 'w6', 'now', 'done'].includes(name) ||
    (/^([fs]|level)-/.test(name) && written(name.replace(/^([fs]|level)-/, ''), sources));

  it('style nothing that is not there', () => {
    const classes = new Set(
      parts().flatMap((file) =>
        [...partText(file).matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name),
      ),
    );
    expect([...classes].filter((name) => !written(name) && !made(name))).toEqual([]);
  });

  it('win over what the sheet of a page says of the same, so that it says nothing in vain', () => {
    expect(saidInVain()).toEqual([]);
  });

  it('use every token', () => {
    const css = parts().map(partText).join('\n');
    const own = [...tokens('light').keys()].filter((name) => !css.includes(`var(--${name})`));
    expect(own).toEqual([]);
  });

  it('are all joined into the style sheet', () => {
    const sheet = readFileSync(projectPath('templates', 'site', 'assets', 'site.css'), 'utf8');
    const named = [...sheet.matchAll(/@import 'parts\/([\w.-]+)';/g)].map(([, file = '']) => file);
    expect([...named].sort()).toEqual(joined().sort());
    expect(named[0]).toBe('tokens.css');
  });
});
