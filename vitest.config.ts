/** The test projects: what runs against nothing, against each engine, and against the tree itself. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const secondsMs = 1000;

export default defineConfig({
	test: {
		allowOnly: false,
		maxWorkers: 2,
		testTimeout: 20 * secondsMs,
		hookTimeout: 60 * secondsMs,
		projects: [
			{
				extends: true,
				plugins: [svelte()],
				test: { name: 'rules', include: ['tests/rules/**/*.test.ts'] }
			},
			{
				extends: true,
				test: { name: 'db-sqlite', include: ['tests/db/**/*.test.ts'], env: { TEST_ENGINE: 'sqlite' } }
			},
			{
				extends: true,
				test: {
					name: 'db-postgres',
					include: ['tests/db/**/*.test.ts'],
					env: { TEST_ENGINE: 'postgres' },
					globalSetup: 'tests/support/postgres-setup.ts'
				}
			},
			{
				extends: true,
				test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] }
			},
			{
				extends: true,
				test: { name: 'architecture', include: ['tests/architecture.test.ts'] }
			},
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/faults/**/*.test.ts'],
					globalSetup: 'tests/support/postgres-setup.ts',
					fileParallelism: false,
					testTimeout: 600 * secondsMs,
					hookTimeout: 300 * secondsMs
				}
			}
		]
	}
});
