/** Strict: no script at all, own style sheet. Forms may lead to `targets`, since browsers check the redirect after paying as well. */
export function pageHeaders(targets: readonly (string | null)[]): Record<string, string> {
  const origins = [
    ...new Set(
      targets
        .filter((target) => target !== null && URL.canParse(target))
        .map((target) => new URL(String(target)).origin),
    ),
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      `form-action ${["'self'", ...origins].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
