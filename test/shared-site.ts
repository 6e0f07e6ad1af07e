import { freshStack } from './support/fresh-stack.js';

/** One whole product for all files of the stack that only visit its site: see `sharedSite`. */
export default async function sharedSiteSetup(): Promise<() => Promise<void>> {
  const stack = await freshStack();
  process.env['TEST_SITE_URL'] = stack.siteUrl;
  return stack.stop;
}
