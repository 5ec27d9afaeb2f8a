/** Residents read these pages without a byte of script. */
export const csr = false;
