import { escapeHtml } from '@app/http';
import type { Release } from './releases.js';

/** A report whose editors changed it after the running release. */
export interface ChangedReport {
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly changed: string;
  readonly headline: string;
}

interface Feed {
  readonly brand: string;
  readonly author: string;
  readonly siteUrl: string;
  readonly releases: readonly Release[];
  readonly reports: readonly ChangedReport[];
}

/** A feed reader wants a moment; we know the day. */
const moment = (day: string): string => `${day}T00:00:00Z`;

/** What changed in the public figures, newest first, as an Atom feed (RFC 4287). Dated by releases and content, so it is the same on every server. */
export function changesFeed({ brand, author, siteUrl, releases, reports }: Feed): string {
  const tag = (day: string, what: string): string => `tag:${new URL(siteUrl).hostname},${day}:${what}`;
  const entries = [
    ...releases.map((release) => ({
      day: release.date,
      id: tag(release.date, `release-${release.dataset}-${release.model}`),
      title: `Catalogue ${release.dataset}, model ${release.model}`,
      address: `${siteUrl}/data`,
      text: release.changes.join(' '),
    })),
    ...reports.map(({ slug, title, changed, headline }) => ({
      day: changed,
      id: tag(changed, `report-${slug}`),
      title: `${title}: report revised`,
      address: `${siteUrl}/occupations/${slug}`,
      text: `Our editors went through the tasks, tools and texts of this report. ${headline}.`,
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${escapeHtml(`${siteUrl}/changes.atom`)}</id>`,
    `<title>${escapeHtml(`${brand}: what changed in the figures`)}</title>`,
    `<updated>${moment(entries[0]?.day ?? '1970-01-01')}</updated>`,
    `<author><name>${escapeHtml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(`${siteUrl}/changes.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(`${siteUrl}/`)}"/>`,
    ...entries.flatMap(({ day, id, title, address, text }) => [
      '<entry>',
      `<id>${escapeHtml(id)}</id><title>${escapeHtml(title)}</title><updated>${moment(day)}</updated>`,
      `<link rel="alternate" type="text/html" href="${escapeHtml(address)}"/><summary>${escapeHtml(text)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}
