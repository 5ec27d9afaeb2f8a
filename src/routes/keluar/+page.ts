/** Signing out works without script. */
export const csr = false;
