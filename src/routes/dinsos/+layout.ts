/** The platform's pages work without a byte of script. */
export const csr = false;
