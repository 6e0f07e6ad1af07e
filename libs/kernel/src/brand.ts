declare const brand: unique symbol;

/** A nominal type: `Brand<number, 'Pence'>` is a number that only {@link pence} can make, so amounts never mix with counts. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
