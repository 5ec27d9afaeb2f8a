/** SvelteKit: built for Node behind `server.mjs`, with a strict content policy, and every file of the checkout type-checked. */
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * SvelteKit's own list leaves out scripts, settings and the service worker.
 *
 * @param {Record<string, unknown>} config the tsconfig.json that SvelteKit is about to write
 */
function checkEverything(config) {
	const more = ['../scripts/**/*.ts', '../scripts/**/*.js', '../scripts/**/*.mjs', '../*.ts', '../*.js', '../*.mjs'];
	const include = /** @type {string[]} */ (config.include);
	return { ...config, include: [...include, ...more], exclude: ['../node_modules/**'] };
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		typescript: { config: checkEverything },
		serviceWorker: { register: false },
		// One kept page stands for every address of the till, so its scripts have one address too.
		paths: { relative: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one inline style of SvelteKit's own route announcer, by its hash.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'font-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'report-uri': ['/api/csp']
			}
		}
	}
};
