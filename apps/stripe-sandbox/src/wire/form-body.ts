import { invalidRequest } from './stripe-error.js';

/** Form data after its brackets are read: `a[b][0]=c` is `{ a: { b: { '0': 'c' } } }`. Lists stay objects until a reader asks. */
export type FormValue = string | FormObject;
export interface FormObject {
  [key: string]: FormValue;
}

const MAX_FIELDS = 2_000;
const MAX_DEPTH = 8;

/** Reads `application/x-www-form-urlencoded` with nested brackets. @throws StripeApiError (400) when the nesting makes no sense. */
export function parseForm(text: string): FormObject {
  const root = emptyObject();
  let fields = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if ((fields += 1) > MAX_FIELDS) throw invalidRequest(`Too many parameters: at most ${MAX_FIELDS}.`);
    assign(root, keysOf(name), value, name);
  }
  return root;
}

function keysOf(name: string): string[] {
  const start = name.indexOf('[');
  if (start === -1) return [name];
  const rest = name.slice(start);
  if (start === 0 || !/^(\[[^[\]]*\])+$/.test(rest))
    throw invalidRequest(`Invalid parameter name: ${short(name)}`);
  const keys = [name.slice(0, start), ...rest.slice(1, -1).split('][')];
  if (keys.length > MAX_DEPTH) throw invalidRequest(`Parameter nested too deeply: ${short(name)}`);
  return keys;
}

function assign(root: FormObject, keys: readonly string[], value: string, name: string): void {
  let target = root;
  for (const [index, key] of keys.entries()) {
    // `expand[]=a&expand[]=b` appends.
    const at = key === '' ? String(Object.keys(target).length) : key;
    if (index === keys.length - 1) {
      if (typeof target[at] === 'object')
        throw invalidRequest(`Invalid parameter: ${short(name)} is both a value and an object.`);
      target[at] = value;
      return;
    }
    const next = target[at] ?? emptyObject();
    if (typeof next === 'string')
      throw invalidRequest(`Invalid parameter: ${short(name)} is both a value and an object.`);
    target[at] = next;
    target = next;
  }
}

/** Without a prototype, so that a field called `__proto__` is a field like any other. */
const emptyObject = (): FormObject => Object.create(null) as FormObject;

const short = (name: string): string => name.slice(0, 100);
