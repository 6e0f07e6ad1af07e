import { Injectable } from '@nestjs/common';
import { SandboxStore } from '../store/sandbox-store.js';
import { invalidRequest } from './stripe-error.js';

type Json = Record<string, unknown>;

const MAX_DEPTH = 4;
/** Lists that an object shows only when asked to, with the place they are kept. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  'checkout.session': ['line_items'],
  charge: ['refunds'],
};

/** Puts objects where ids are, by the paths of `expand`: `payment_intent.latest_charge`, `data.charge`, `line_items`. */
@Injectable()
export class Expander {
  constructor(private readonly store: SandboxStore) {}

  /** A copy of `answer` with `paths` expanded. @throws StripeApiError (400) for what cannot be. */
  expand(answer: object, paths: readonly string[]): object {
    // Through JSON, since amounts of the SDK's decimal type have no clone.
    const copy = clone(answer) as Json;
    for (const path of paths) {
      const parts = path.split('.');
      if (parts.length > MAX_DEPTH)
        throw invalidRequest(
          `You cannot expand more than ${MAX_DEPTH} levels of a property. Property: ${path.slice(0, 100)}`,
          'expand',
        );
      this.walk(copy, parts, path);
    }
    return copy;
  }

  private walk(target: Json, [name, ...rest]: readonly string[], path: string): void {
    if (name === undefined) return;
    const value = Object.hasOwn(target, name) ? target[name] : undefined;
    const next =
      value === undefined ? this.hidden(target, name) : typeof value === 'string' ? this.byId(value) : value;
    if (next === undefined)
      throw invalidRequest(`This property cannot be expanded (${path.slice(0, 100)}).`, 'expand');
    target[name] = next;
    for (const child of Array.isArray(next) ? (next as unknown[]) : [next]) {
      if (typeof child === 'object' && child !== null) this.walk(child as Json, rest, path);
    }
  }

  private byId(id: string): object | undefined {
    const found = this.store.find(id);
    return found && clone(found);
  }

  private hidden(target: Json, name: string): object | undefined {
    const { object, id } = target;
    if (typeof object !== 'string' || typeof id !== 'string' || !HIDDEN[object]?.includes(name))
      return undefined;
    const items: readonly object[] =
      object === 'charge'
        ? this.store.refunds.newestFirst().filter((refund) => refund.charge === id)
        : (this.store.sessionDetails.get(id)?.lineItems ?? []);
    const url = object === 'charge' ? `/v1/charges/${id}/refunds` : `/v1/checkout/sessions/${id}/line_items`;
    return clone({ object: 'list', data: items.slice(0, 10), has_more: items.length > 10, url });
  }
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
