import type { LicensedContent } from '../content/licensed-content.js';

/** What a licence means for a move: nothing, a named entry route, or never offered. */
export type Licence =
  | { readonly kind: 'none' }
  | { readonly kind: 'route'; readonly entryRoute: string }
  | { readonly kind: 'closed' };

/** Looks up whether an occupation needs a licence or registration in the UK, by the longest code that fits. */
export function licenceOf({ professions }: LicensedContent, code: string): Licence {
  let best = '';
  let found: Licence = { kind: 'none' };
  for (const { codes, entryRoute } of professions) {
    for (const prefix of codes) {
      if (!code.startsWith(prefix) || prefix.length <= best.length) continue;
      best = prefix;
      found = entryRoute ? { kind: 'route', entryRoute } : { kind: 'closed' };
    }
  }
  return found;
}
