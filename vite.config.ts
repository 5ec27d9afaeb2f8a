/** Vite: styles, texts and SvelteKit. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { firstModules, tillFiles } from './scripts/lib/till-files.mjs';

const first = firstModules();
/** All that the till loads at once is one file. */
const till = { name: 'till', test: (id: string) => first.has(id.split('?')[0] ?? id) };

export default defineConfig(({ isSsrBuild }) => ({
	build: isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: { groups: [till] } } } },
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
