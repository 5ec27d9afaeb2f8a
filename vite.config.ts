/** Vite: styles, texts and SvelteKit. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { tillFiles } from './scripts/lib/till-files.mjs';

/**
 * The till is the only part that runs script. What it shares with pages of the server is one file, without the charts and
 * frames that it never shows: as a file for each small component their headers alone were a fifth of its first load.
 */
const shared = {
	name: 'shared',
	test: /\/src\/lib\/(?:kernel|look\/(?!Chart|bars|OfficeFrame|ShopFrame))/,
	minShareCount: 2
};

export default defineConfig(({ isSsrBuild }) => ({
	build: isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: { groups: [shared] } } } },
	plugins: [
		tailwindcss(),
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/texts',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'bahasa',
			emitTsDeclarations: true
		}),
		sveltekit(),
		...(isSsrBuild ? [] : [tillFiles()])
	]
}));
