import type Stripe from 'stripe';

/** The locales Checkout takes. The sandbox's pay page is in English whatever is asked for. */
export const LOCALES = [
  ...['auto', 'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA', 'hi-IN', 'hr', 'hu'],
  ...['id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr'],
  ...['vi', 'zh', 'zh-HK', 'zh-TW'],
] as const;

/** Parameters Stripe takes that change nothing here. */
export const UNUSED_SESSION_PARAMS = [
  'adaptive_pricing',
  'after_expiration',
  'automatic_tax',
  'billing_address_collection',
  'branding_settings',
  'consent_collection',
  'currency',
  'custom_text',
  'customer_creation',
  'integration_identifier',
  'invoice_creation',
  'name_collection',
  'origin_context',
  'payment_method_collection',
  'payment_method_configuration',
  'payment_method_options',
  'phone_number_collection',
  'tax_id_collection',
  'wallet_options',
] as const satisfies readonly (keyof Stripe.Checkout.SessionCreateParams)[];
