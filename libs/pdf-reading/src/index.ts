export { type PdfReading, readPdf } from './read-pdf.js';
