/**
 * Where the site answers that all files of the stack share, which visit it as strangers do and change nothing that another could meet. It takes half a
 * minute of both processors to start one.
 */
export function sharedSite(): string {
  const url = process.env['TEST_SITE_URL'];
  if (!url)
    throw new Error(
      'TEST_SITE_URL is not set: run the tests with `npm run test:stack`, which starts a site.',
    );
  return url;
}
