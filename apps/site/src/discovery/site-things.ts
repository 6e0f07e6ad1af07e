import type { Environment } from '@app/config';
import type { Thing } from './json-ld.js';

type Site = Pick<
  Environment,
  'BRAND_NAME' | 'SITE_URL' | 'SELLER_NAME' | 'SELLER_ADDRESS' | 'SUPPORT_EMAIL' | 'PRICE_PENCE'
>;

/** Who runs the site, as the foot of every page says it. */
export const organization = ({ SITE_URL, SELLER_NAME, SELLER_ADDRESS, SUPPORT_EMAIL }: Site): Thing => ({
  '@type': 'Organization',
  '@id': `${SITE_URL}/#organization`,
  name: SELLER_NAME,
  url: `${SITE_URL}/`,
  address: SELLER_ADDRESS,
  email: SUPPORT_EMAIL,
});

export const website = ({ BRAND_NAME, SITE_URL }: Site): Thing => ({
  '@type': 'WebSite',
  '@id': `${SITE_URL}/#website`,
  name: BRAND_NAME,
  url: `${SITE_URL}/`,
  inLanguage: 'en-GB',
  publisher: { '@id': `${SITE_URL}/#organization` },
});

/** The blueprint and its one price. */
export const product = (
  { BRAND_NAME, SITE_URL, SELLER_NAME, PRICE_PENCE }: Site,
  description: string,
  picture?: string,
): Thing => ({
  '@type': 'Product',
  name: 'Career Pivot Blueprint',
  description,
  ...(picture === undefined ? {} : { image: SITE_URL + picture }),
  brand: { '@type': 'Brand', name: BRAND_NAME },
  offers: {
    '@type': 'Offer',
    price: (PRICE_PENCE / 100).toFixed(2),
    priceCurrency: 'GBP',
    availability: 'https://schema.org/InStock',
    url: `${SITE_URL}/blueprint`,
    eligibleRegion: 'GB',
    seller: { '@type': 'Organization', name: SELLER_NAME },
  },
});
