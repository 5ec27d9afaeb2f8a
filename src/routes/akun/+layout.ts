/** One's own account works without a byte of script. */
export const csr = false;
