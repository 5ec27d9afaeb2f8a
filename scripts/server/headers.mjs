/** The security headers of every response, files included. The content policy is SvelteKit's: it knows the nonces. */

const always = Object.entries({
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'camera=(self), bluetooth=(self), usb=(self), serial=(self), geolocation=(), microphone=(), payment=(), display-capture=()'
});

const oneYearSeconds = 31_536_000;

/**
 * @param {import('node:http').ServerResponse} response
 * @param {boolean} https
 */
export function secure(response, https) {
	for (const [name, value] of always) response.setHeader(name, value);
	if (https) response.setHeader('strict-transport-security', `max-age=${oneYearSeconds}`);
}
