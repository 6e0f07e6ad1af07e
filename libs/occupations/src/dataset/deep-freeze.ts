/** Freezes a parsed JSON value with everything in it, so that no reader of the shared catalogue can change it for the others. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) if (typeof inner === 'object') deepFreeze(inner);
  }
  return value;
}
