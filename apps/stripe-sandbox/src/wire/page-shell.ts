import { html, type Html } from './html.js';

/** The frame of every page: it says at once that no money moves here. */
export function pageShell(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/pay.css" />
      </head>
      <body>
        <aside class="notice" aria-label="About this page">
          <strong>Sandbox.</strong> A local stand-in for Stripe. No money moves; use test cards only.
        </aside>
        <main>${body}</main>
      </body>
    </html> `.text;
}

/** A page with a few words and, if there is one, a way back. */
export function messagePage(
  title: string,
  text: string,
  back?: { readonly href: string; readonly label: string },
): string {
  const link = back && html`<p><a class="button" href="${back.href}">${back.label}</a></p>`;
  return pageShell(
    title,
    html`<section class="card narrow">
      <h1>${title}</h1>
      <p>${text}</p>
      ${link}
    </section>`,
  );
}
