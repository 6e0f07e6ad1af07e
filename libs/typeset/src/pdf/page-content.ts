import type { Block } from './block.js';

/** What stands on one page, measured and placed by the page layout. */
export interface PageContent {
  readonly bookmark: string;
  readonly headline: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  readonly soWhat: string;
  readonly source: string;
}

/** A page with those of its blocks that fitted, as they fitted. */
export interface PlacedPage {
  readonly page: PageContent;
  readonly blocks: readonly Block[];
}
