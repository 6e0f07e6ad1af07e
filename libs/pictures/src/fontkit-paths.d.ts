/** What this lib uses of fontkit beyond the blueprint's types: the outlines of letters. */
declare module 'fontkit' {
  interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    readonly args: readonly number[];
  }
  interface Glyph {
    readonly path: { readonly commands: readonly PathCommand[] };
  }
}
