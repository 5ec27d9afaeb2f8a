/** What ESLint asks of the code; warnings do not exist. The ladder of rooms is in `rooms.js`. */
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { rooms } from './rooms.js';
import { boundariesConfig } from './scripts/lint/boundaries.js';
import svelteConfig from './svelte.config.js';

const browserRooms = rooms.filter((room) => room.browser).map((room) => `src/lib/${room.name}/**`);
const networkRooms = rooms.filter((room) => room.network).map((room) => `src/lib/${room.name}/**`);

/** @param {number} lines */
const lines = (lines) => ({ max: lines, skipBlankLines: true, skipComments: true });

const focusedTests = {
	selector:
		'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|skipIf|runIf|todo|fixme|fails)$/]',
	message: 'Every test runs, or it is not there.'
};

const impure = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
		message: 'A rule reads no clock: take `now: Instant` as an argument (work.now).'
	},
	{
		selector: "MemberExpression[object.name='Date'][property.name='now'], MemberExpression[object.name='performance']",
		message: 'A rule reads no clock: take `now: Instant` as an argument (work.now).'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random'], Identifier[name='crypto']",
		message: 'A rule makes nothing random: take the id or the number as an argument (work.newId()).'
	}
];

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'src/texts/', 'test-results/', 'coverage/', 'data/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.node, ...globals.browser },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
			'max-lines': ['error', lines(300)],
			'max-lines-per-function': ['error', lines(50)],
			'no-restricted-syntax': ['error', focusedTests],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
			'@typescript-eslint/dot-notation': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-definitions': 'off'
		}
	},
	{
		name: 'typescript knows names',
		files: ['**/*.ts', '**/*.svelte'],
		rules: { 'no-undef': 'off' }
	},
	{
		name: 'components',
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/button-has-type': 'error',
			'svelte/require-each-key': 'error',
			// Addresses are Indonesian words that people read; the app is always served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ name: 'short components', files: ['**/*.svelte'], rules: { 'max-lines': ['error', lines(150)] } },
	{
		name: 'rules',
		files: ['src/lib/*/*.ts'],
		// These are where a moment, an id and the key of a copy are made.
		ignores: [
			'**/*.server.ts',
			'**/*.svelte.ts',
			...browserRooms,
			'src/lib/kernel/{instant,id}.ts',
			'src/lib/sales/backup.ts'
		],
		rules: { 'no-restricted-syntax': ['error', focusedTests, ...impure] }
	},
	{
		name: 'no network',
		files: ['src/lib/**'],
		ignores: networkRooms,
		rules: {
			'no-restricted-globals': [
				'error',
				...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
					name,
					message:
						'Only payments, messages, files and counter speak to other machines: write a job that one of them does.'
				}))
			]
		}
	},
	...boundariesConfig,
	{
		name: 'tools and tests',
		files: ['scripts/**', 'tests/**', '*.{js,mjs,ts}'],
		rules: { 'no-console': 'off' }
	},
	{
		name: 'migrations are lists, and frozen',
		files: ['src/lib/db/migrations/**'],
		rules: { 'max-lines-per-function': 'off' }
	},
	{
		name: 'tests',
		files: ['tests/**'],
		rules: { 'max-lines-per-function': 'off', '@typescript-eslint/require-await': 'off' }
	}
);
