import { escapeHtml } from '@app/http';
import type { Change } from './changes.js';

interface Feed {
  readonly title: string;
  readonly author: string;
  readonly siteUrl: string;
  /** Of the feed, on this site. */
  readonly path: string;
  /** Of the page that says the same. */
  readonly page: string;
  /** Newest first. */
  readonly entries: readonly Change[];
}

/** A feed reader wants a moment; we know the day. */
const moment = (day: string): string => `${day}T00:00:00Z`;

/** Changes as an Atom feed (RFC 4287). */
export function changesFeed({ title, author, siteUrl, path, page, entries }: Feed): string {
  const address = (of: string): string => escapeHtml(siteUrl + of);
  const host = new URL(siteUrl).hostname;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${address(path)}</id>`,
    `<title>${escapeHtml(title)}</title>`,
    `<updated>${moment(entries[0]?.day ?? '1970-01-01')}</updated>`,
    `<author><name>${escapeHtml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${address(path)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(page)}"/>`,
    ...entries.flatMap(({ day, name, title: words, path: of, text }) => [
      '<entry>',
      `<id>${escapeHtml(`tag:${host},${day}:${name}`)}</id><title>${escapeHtml(words)}</title><updated>${moment(day)}</updated>`,
      `<link rel="alternate" type="text/html" href="${address(of)}"/><summary>${escapeHtml(text)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}
