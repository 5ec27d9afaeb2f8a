/** What a browser or a proxy may keep of an answer that says nothing about it itself. */

/** The till's pages are one shell for everybody, and hold nobody's data. */
const shells = /^\/kasir(?:\/|$)/;

/**
 * Nothing is kept of what a signed-in person sees. Pages for everybody differ by the reader's language, theme and whether
 * they are signed in, so a browser may keep its own copy, asks each time, and no proxy keeps any.
 */
export function cachingOf(path: string, isSignedIn: boolean): string {
	return isSignedIn && !shells.test(path) ? 'private, no-store' : 'private, no-cache';
}
