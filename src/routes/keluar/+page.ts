/** Signing out works without script; with it, a phone that holds unsent sales says so first. */
export const csr = true;
