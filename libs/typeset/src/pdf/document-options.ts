import { PAGE } from './page-grid.js';

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Our site's address, for links to it. */
  readonly siteUrl: string;
  /** Fixes the file's dates and its id, so that equal content gives equal bytes. */
  readonly date: Date;
}

/** How pdfkit is asked for a file: A4, tagged for PDF/UA-1, its title shown, dates and id fixed by the facts. */
export const documentOptions = (facts: DocumentFacts): PDFKit.PDFDocumentOptions => ({
  autoFirstPage: false,
  size: [PAGE.width, PAGE.height],
  // Text near the foot of a page must never start another one.
  margin: 0,
  bufferPages: false,
  pdfVersion: '1.7',
  tagged: true,
  lang: 'en-GB',
  displayTitle: true,
  // pdfkit knows it, its types do not yet.
  subset: 'PDF/UA' as unknown as PDFKit.Mixins.PDFSubsets,
  // The default font would be embedded without being used; pdfkit takes null for "none".
  font: null as unknown as string,
  info: {
    Title: facts.title,
    Author: facts.author,
    Subject: facts.subject,
    Creator: facts.author,
    Producer: 'PDFKit',
    CreationDate: facts.date,
    ModDate: facts.date,
  },
});
