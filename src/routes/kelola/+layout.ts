/** The back office works without a byte of script: on an old phone, on a slow line. */
export const csr = false;
