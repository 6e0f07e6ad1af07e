/** Advance widths of Inter for U+0020–U+007E in thousandths of the font size, read from the font (Inter 4 variable, opsz 14). */
const REGULAR = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646,
  593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
  571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
  456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
  327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
/** Semibold is this much wider on running text. */
const SEMIBOLD = 1.05;
/** Letters outside the table: accented Latin is close to the mean, and wide scripts (CJK) take a full square. */
const LATIN = 620;
const FULL = 1_000;

/** Width of a text set in Inter, in the unit of `size`. Good to a few per cent, erring on the wide side; enough to lay out labels. */
export function textWidth(text: string, size: number, weight: 400 | 500 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += REGULAR[code - 32] ?? (code < 0x2e80 ? LATIN : FULL);
  }
  return (thousandths / 1_000) * size * (weight === 400 ? 1 : SEMIBOLD);
}
