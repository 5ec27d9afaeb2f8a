/** Nominal types over primitives: a rupiah is not a quantity, although both are numbers. */
declare const brand: unique symbol;

export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
