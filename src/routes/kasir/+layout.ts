/** The till is a page of the browser: nothing of it is made on the server, and nothing of the server is baked into it. */
export const ssr = false;
