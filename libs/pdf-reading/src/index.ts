export { type PdfReading, readPdf } from './read-pdf.js';
export { squash } from './squash.js';
