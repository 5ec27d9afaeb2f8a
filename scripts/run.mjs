/** `node scripts/run.mjs setup …`: runs scripts/setup.ts (or another) under the checkout's own Node, installing first what is missing. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readDotEnv, underOwnNode } from './lib/own-node.mjs';
import { run } from './lib/run.mjs';

await underOwnNode(fileURLToPath(import.meta.url));
readDotEnv();
const [name, ...args] = process.argv.slice(2);
process.exitCode = await run('node', [`scripts/${name}.ts`, ...args]);
