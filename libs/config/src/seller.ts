import type { Environment } from './environment.js';

/** UK standard rate in per cent, since 4 January 2011 (HMRC, VAT rates). */
export const VAT_RATE = 20;

/** Who sells, as it stands on every paper: kept with each, so that a later move of the company changes none that was given out. */
export interface Seller {
  readonly name: string;
  readonly address: string;
  /** "Registered in England and Wales, company number 00000000" (Company, Limited Liability Partnership and Business Regulations 2015, reg. 25). */
  readonly registration: string;
}

type SellerSettings = Pick<
  Environment,
  'SELLER_NAME' | 'SELLER_ADDRESS' | 'COMPANY_NUMBER' | 'COMPANY_REGISTERED_IN' | 'VAT_NUMBER'
>;

export const sellerOf = (settings: SellerSettings): Seller => ({
  name: settings.SELLER_NAME,
  address: settings.SELLER_ADDRESS,
  registration: `Registered in ${settings.COMPANY_REGISTERED_IN}, company number ${settings.COMPANY_NUMBER}`,
});

/** What is said of VAT wherever a price stands. */
export interface VatWords {
  /** After a price: "£49 including VAT" or "£49 in all". */
  readonly short: string;
  /** A sentence of its own. */
  readonly sentence: string;
}

/** @param vatNumber of a registered seller; none is charged without one, so none may be said to be included. */
export const vatWords = (vatNumber: string | null | undefined): VatWords =>
  vatNumber
    ? { short: 'including VAT', sentence: `The price includes VAT at ${VAT_RATE}%.` }
    : { short: 'in all', sentence: 'We are not registered for VAT, so none is charged.' };

/** The variables by which pages and emails name the seller and speak of VAT: the one source of both. */
export function sellerVariables(settings: SellerSettings): Readonly<Record<string, string>> {
  const { name, address, registration } = sellerOf(settings);
  const { short, sentence } = vatWords(settings.VAT_NUMBER);
  return {
    seller_name: name,
    seller_address: address,
    seller_registration: registration,
    seller_vat_number: settings.VAT_NUMBER ?? '',
    vat_words: short,
    vat_sentence: sentence,
  };
}
