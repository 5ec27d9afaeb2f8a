/** Vite: styles, texts and SvelteKit. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		tailwindcss(),
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/texts',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'bahasa',
			emitTsDeclarations: true
		}),
		sveltekit()
	]
});
