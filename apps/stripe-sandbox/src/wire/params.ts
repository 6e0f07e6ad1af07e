import type Stripe from 'stripe';
import type { FormObject, FormValue } from './form-body.js';
import { invalidRequest } from './stripe-error.js';

const MAX_TEXT = 5_000;
const METADATA_KEYS = 50;

/**
 * Reads the parameters of one request the way Stripe does: every reader names what it knows, and {@link end} refuses the rest.
 * Every method throws a StripeApiError (400) that names the parameter.
 */
export class Params {
  private readonly known = new Set<string>(['expand']);

  constructor(
    private readonly values: FormObject,
    private readonly path = '',
  ) {}

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  isText(name: string): boolean {
    return typeof this.raw(name) === 'string';
  }

  /** Some parameters take either a value or an object. */
  isObject(name: string): boolean {
    return typeof this.raw(name) === 'object';
  }

  text(name: string, { max = MAX_TEXT }: { max?: number } = {}): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string')
      throw invalidRequest(`Invalid string: ${this.label(name)}`, this.label(name));
    if (value === '') {
      throw invalidRequest(
        `You passed an empty string for '${this.label(name)}'. We assume empty values are an attempt to unset a parameter; however ` +
          `'${this.label(name)}' cannot be unset. You should remove '${this.label(name)}' from your request or supply a non-empty value.`,
        this.label(name),
        'parameter_invalid_empty',
      );
    }
    if (value.length > max) {
      throw invalidRequest(
        `Invalid string: ${value.slice(0, 20)}…; must be at most ${max} characters`,
        this.label(name),
        'parameter_invalid_string',
      );
    }
    return value;
  }

  requiredText(name: string, limits?: { max?: number }): string {
    return this.text(name, limits) ?? this.missing(name);
  }

  integer(name: string, { min, max }: { min?: number; max?: number } = {}): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value))
      throw invalidRequest(
        `Invalid integer: ${value.slice(0, 50)}`,
        this.label(name),
        'parameter_invalid_integer',
      );
    const number = Number(value);
    if (min !== undefined && number < min) {
      throw invalidRequest(
        `This value must be greater than or equal to ${min}.`,
        this.label(name),
        'parameter_invalid_integer',
      );
    }
    if (max !== undefined && number > max) {
      throw invalidRequest(
        `This value must be less than or equal to ${max}.`,
        this.label(name),
        'parameter_invalid_integer',
      );
    }
    return number;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,12}(\.\d{1,12})?$/.test(value))
      throw invalidRequest(`Invalid decimal: ${value.slice(0, 50)}`, this.label(name));
    return Number(value);
  }

  boolean(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false')
      throw invalidRequest(`Invalid boolean: ${value.slice(0, 50)}`, this.label(name));
    return value === 'true';
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = allowed.find((option) => option === value);
    if (found === undefined) {
      throw invalidRequest(
        `Invalid ${this.label(name)}: must be one of ${allowed.join(', ')}`,
        this.label(name),
      );
    }
    return found;
  }

  /** An absolute http(s) address. */
  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    // The place-holder's braces are legal only to Stripe.
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value))
      throw invalidRequest('Not a valid URL', this.label(name), 'url_invalid');
    return value;
  }

  currency(name: string): string | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value !== undefined && !/^[a-z]{3}$/.test(value))
      throw invalidRequest(`Invalid currency: ${value.slice(0, 20)}`, this.label(name));
    return value;
  }

  object(name: string): Params | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string') throw invalidRequest('Invalid object', this.label(name));
    return new Params(value, this.label(name));
  }

  objects(name: string, { max = 100 }: { max?: number } = {}): Params[] | undefined {
    return this.entries(name, max)?.map(([index, value]) => {
      const label = `${this.label(name)}[${index}]`;
      if (typeof value === 'string') throw invalidRequest('Invalid object', label);
      return new Params(value, label);
    });
  }

  texts(name: string, { max = 100 }: { max?: number } = {}): string[] | undefined {
    return this.entries(name, max)?.map(([index, value]) => {
      if (typeof value !== 'string') throw invalidRequest('Invalid string', `${this.label(name)}[${index}]`);
      return value;
    });
  }

  /** Merged into `current`: an empty value removes its key, `metadata=` removes all, as in Stripe. */
  metadata(name = 'metadata', current: Stripe.Metadata = {}): Stripe.Metadata {
    const value = this.raw(name);
    if (value === undefined) return current;
    if (value === '') return {};
    if (typeof value === 'string') throw invalidRequest('Invalid object', this.label(name));
    const merged = new Map(Object.entries(current));
    for (const [key, text] of Object.entries(value)) {
      const label = `${this.label(name)}[${key.slice(0, 40)}]`;
      if (typeof text !== 'string') throw invalidRequest('Metadata values must be strings.', label);
      if (key.length > 40) throw invalidRequest('Metadata keys can be at most 40 characters long.', label);
      if (text.length > 500)
        throw invalidRequest('Metadata values can be at most 500 characters long.', label);
      if (text === '') merged.delete(key);
      else merged.set(key, text);
    }
    if (merged.size > METADATA_KEYS)
      throw invalidRequest(`You can have at most ${METADATA_KEYS} keys in metadata.`, this.label(name));
    return Object.fromEntries(merged);
  }

  /** Names parameters that Stripe takes and the sandbox has no use for. */
  accept(...names: string[]): void {
    for (const name of names) this.known.add(name);
  }

  /** Refuses what no reader asked for. */
  end(): void {
    const stranger = Object.keys(this.values).find((key) => !this.known.has(key));
    if (stranger === undefined) return;
    const label = this.label(stranger.slice(0, 100));
    throw invalidRequest(`Received unknown parameter: ${label}`, label, 'parameter_unknown');
  }

  missing(name: string): never {
    throw invalidRequest(
      `Missing required param: ${this.label(name)}.`,
      this.label(name),
      'parameter_missing',
    );
  }

  label(name: string): string {
    return this.path === '' ? name : `${this.path}[${name}]`;
  }

  private entries(name: string, max: number): [string, FormValue][] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string') throw invalidRequest('Invalid array', this.label(name));
    const entries = Object.entries(value);
    if (entries.some(([index]) => !/^\d{1,6}$/.test(index)))
      throw invalidRequest('Invalid array', this.label(name));
    if (entries.length > max)
      throw invalidRequest(`Array too long: at most ${max} elements.`, this.label(name));
    return entries;
  }

  private raw(name: string): FormValue | undefined {
    this.known.add(name);
    return this.values[name];
  }
}
