/** The security headers of every response, files included. The content policy is SvelteKit's: it knows the nonces. */

const always = Object.entries({
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
});

/**
 * What pages may ask the browser for. The till scans with the camera and prints by cable; no other page does. Bluetooth is
 * not named: a page of ours may use it unless told otherwise, and browsers that do not have it warn at its very name.
 */
const never = 'geolocation=(), microphone=(), payment=(), display-capture=()';
const policies = {
	till: `camera=(self), usb=(self), serial=(self), ${never}`,
	others: `camera=(), usb=(), serial=(), ${never}`
};
const tillPages = /^\/kasir(?:[/?]|$)/;

const oneYearSeconds = 31_536_000;

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {boolean} https
 */
export function secure(request, response, https) {
	for (const [name, value] of always) response.setHeader(name, value);
	response.setHeader('permissions-policy', tillPages.test(request.url ?? '') ? policies.till : policies.others);
	if (https) response.setHeader('strict-transport-security', `max-age=${oneYearSeconds}`);
}
