/** Signing in works without a byte of script. */
export const csr = false;
