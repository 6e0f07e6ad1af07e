import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { invalidRequest } from '../wire/stripe-error.js';

/** Checks a JSON body against its class; unknown fields are refused, so that a misspelt switch is noticed. @throws StripeApiError (400) */
export function readBody<T extends object>(type: new () => T, body: unknown): T {
  const given = body ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw invalidRequest('The body must be a JSON object.');
  const value = plainToInstance(type, given, { exposeDefaultValues: true });
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0)
    throw invalidRequest(
      errors.flatMap((error) => Object.values(error.constraints ?? {})).join('; '),
      errors[0]?.property,
    );
  return value;
}
