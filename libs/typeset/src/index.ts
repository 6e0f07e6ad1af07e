export { AssetError } from './asset-error.js';
export { CHART_SCALE, type DrawChart, Figure, type FigureOptions } from './blocks/figure.block.js';
export { type KeyFigure, KeyFigures } from './blocks/key-figures.block.js';
export { List, type ListOptions, tickBox } from './blocks/list.block.js';
export { type Part } from './pdf/part.js';
export { SideBySide } from './blocks/side-by-side.block.js';
export { type Cell, type Column, Table, type TableOptions } from './blocks/table.block.js';
export { Words, type WordsOptions } from './blocks/words.block.js';
export { FontSet } from './fonts/font-set.js';
export { type Block } from './pdf/block.js';
export { type DocumentFacts, documentOptions } from './pdf/document-options.js';
export { drawDrawing } from './pdf/draw-drawing.js';
export {
  type FooterWords,
  drawFoot,
  drawFooter,
  drawPage,
  fitsHeadline,
  placePage,
} from './pdf/draw-page.js';
export { PageTooFullError } from './pdf/fit-stack.js';
export { type PageContent, type PlacedPage } from './pdf/page-content.js';
export { CONTENT, GUTTER, MARGIN, PAGES, PLACE, columns } from './pdf/page-grid.js';
export {
  type ListNumbering,
  PdfWriter,
  type StructureOptions,
  type Tag,
  type TextPlace,
} from './pdf/pdf-writer.js';
export { Sheet } from './pdf/sheet.js';
export { addressesIn } from './text/addresses.js';
export {
  type CoverLine,
  coverLine,
  type Printable,
  printable,
  tidied,
  withoutEmoji,
} from './text/printable.js';
export { INK, type Ink, TYPE, type TextStyle } from './text/text-style.js';
export { type SetText, Typesetter } from './text/typeset.js';
