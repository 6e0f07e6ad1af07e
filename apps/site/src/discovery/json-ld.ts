import { SafeHtml } from '@app/http';

/** One thing described in the words of schema.org. */
export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

/**
 * Structured data for search engines, to stand in the head of a page. It is a block of data, which no browser runs, so the content policy
 * lets it stand; `<` is escaped so that no text can end the block early.
 */
export function jsonLd(...things: readonly Thing[]): SafeHtml {
  const [only] = things;
  const data =
    things.length === 1
      ? { '@context': 'https://schema.org', ...only }
      : { '@context': 'https://schema.org', '@graph': things };
  return new SafeHtml(
    `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
  );
}
