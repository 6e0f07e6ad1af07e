import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';

/** One declaration of the style sheet, with where it stands, for tests that read the style sheet as it is written. */
export interface Declaration {
  readonly file: string;
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

export type Mode = 'light' | 'dark' | 'print';

const ASSETS = projectPath('templates', 'site', 'assets');
/** Sheets of single pages, served beside the house style. */
const PAGE_SHEETS = ['blueprint.css', 'design.css', 'report.css'];
const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** File names of the parts that are joined, in no order that matters. */
export const joined = (): string[] =>
  readdirSync(join(ASSETS, 'parts')).filter((file) => file.endsWith('.css'));

/** All that must keep to the scales. */
export const parts = (): string[] => [...joined(), ...PAGE_SHEETS];

export const partText = (file: string): string =>
  plain(readFileSync(join(ASSETS, PAGE_SHEETS.includes(file) ? '' : 'parts', file), 'utf8'));

/** All declarations of some parts; at-rules only wrap them. */
export function declarations(files: readonly string[]): Declaration[] {
  return files.flatMap((file) =>
    [...partText(file).matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
      body
        .split(';')
        .map((line) => /^\s*([\w-]+)\s*:\s*([\s\S]+?)\s*$/.exec(line))
        .flatMap((found) =>
          found
            ? [
                {
                  file,
                  selector: selector.trim(),
                  property: found[1] ?? '',
                  value: (found[2] ?? '').replace(/\s+/g, ' '),
                },
              ]
            : [],
        ),
    ),
  );
}

/** What is declared outside of at-rules: "selector, property" each. */
const declaredFirst = (css: string): string[] =>
  [
    ...plain(css)
      .replace(/@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]+;/g, '')
      .matchAll(/([^{}]+)\{([^{}]*)\}/g),
  ].flatMap(([, selectors = '', body = '']) =>
    selectors
      .split(/,(?![^(]*\))/)
      .flatMap((selector) =>
        [...body.matchAll(/([\w-]+)\s*:/g)].map(([, property = '']) => `${selector.trim()}, ${property}`),
      ),
  );

/** What sheets of single pages say in vain: the house style is linked after them and says it too. */
export function saidInVain(): string[] {
  const house = new Set(joined().flatMap((file) => declaredFirst(partText(file))));
  return readdirSync(ASSETS)
    .filter((file) => file.endsWith('.css') && file !== 'site.css')
    .flatMap((file) =>
      declaredFirst(readFileSync(join(ASSETS, file), 'utf8'))
        .filter((declared) => house.has(declared))
        .map((declared) => `${file}: ${declared}`),
    );
}

/** Custom properties as they hold in one mode: the light ones first, the mode's own over them. */
export function tokens(mode: Mode): ReadonlyMap<string, string> {
  const css = partText('tokens.css');
  const own = { light: '', dark: 'prefers-color-scheme: dark', print: 'print' }[mode];
  const blocks = [
    css.slice(0, css.indexOf('@media')),
    ...css.split('@media').filter((block) => own !== '' && block.split('{')[0]?.includes(own)),
  ];
  return new Map(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']): [string, string] => [
        name,
        value,
      ]),
    ),
  );
}

/** WCAG 2 contrast of two colours written as #rrggbb, 1–21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`${hex} is no colour of the form #rrggbb.`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
