/** Vite: styles, texts and SvelteKit. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { firstModules, laterModules, tillFiles } from './scripts/lib/till-files.mjs';

const first = firstModules();
/** All that the till loads at once is one file. */
const till = { name: 'till', test: (id: string) => first.has(id.split('?')[0] ?? id) };
/** What its sheets need when they are first opened is another. */
const later = laterModules(first);
const sheets = { name: 'sheets', test: (id: string) => later.has(id.split('?')[0] ?? id) };
/** What it needs of others changes seldom: in a file of its own it stays on the phone when a new version comes. */
const libraries = { name: 'libraries', test: /node_modules\/(svelte|esm-env|clsx|dexie|valibot|@noble|@sveltejs)\// };

export default defineConfig(({ isSsrBuild }) => ({
	build: isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: { groups: [libraries, till, sheets] } } } },
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
