import { escapeHtml } from '@app/http';

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** An address with the day it last changed (`YYYY-MM-DD`), where that is known. */
export interface SitemapEntry {
  readonly address: string;
  readonly changed?: string;
}

/** A sitemap of at most 50,000 addresses, the most the protocol takes. */
export const sitemapXml = (entries: readonly SitemapEntry[]): string => document('urlset', 'url', entries);

/** The list of sitemaps. */
export const sitemapIndexXml = (entries: readonly SitemapEntry[]): string =>
  document('sitemapindex', 'sitemap', entries);

const document = (root: string, item: string, entries: readonly SitemapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${SCHEMA}">`,
    ...entries.map(
      ({ address, changed }) =>
        `<${item}><loc>${escapeHtml(address)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</${item}>`,
    ),
    `</${root}>`,
    '',
  ].join('\n');
