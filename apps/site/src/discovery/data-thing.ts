import type { Environment } from '@app/config';
import type { Thing } from './json-ld.js';

/** What the page of the open data says of its files. */
export interface DataFacts {
  readonly heading: string;
  readonly lede: string;
  readonly version: string;
  readonly files: readonly { readonly address: string; readonly kind: string; readonly sha256: string }[];
}

const MEDIA: Readonly<Record<string, string>> = { CSV: 'text/csv', JSON: 'application/json' };

/** The open data as search engines for data sets read them. */
export const datasetThing = (
  { heading, lede, version, files }: DataFacts,
  { BRAND_NAME, SITE_URL }: Pick<Environment, 'BRAND_NAME' | 'SITE_URL'>,
): Thing => ({
  '@type': 'Dataset',
  '@id': `${SITE_URL}/data#dataset`,
  name: heading,
  description: lede,
  url: `${SITE_URL}/data`,
  version,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: BRAND_NAME, url: `${SITE_URL}/` },
  distribution: files.map(({ address, kind, sha256 }) => ({
    '@type': 'DataDownload',
    encodingFormat: MEDIA[kind],
    contentUrl: SITE_URL + address,
    sha256,
  })),
});
