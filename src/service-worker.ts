/** Keeps the till on the phone: its page, its scripts and the pictures it used, so that it opens without internet. */
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { version } from '$service-worker';
import {
	hashedPolicy,
	inlineScripts,
	isOfOneBuild,
	linksOf,
	picturesMax,
	type ShellFile,
	shellPath,
	staticPaths,
	wayOf,
	weightPath,
	withoutNonces
} from '#lib/counter/shell.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const ownCache = `kasir-${version}`;
const pictureCache = 'gambar';
const listPath = '/_app/kasir.json';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
	// The till asks for it, and only when nothing can be lost by it.
	if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== worker.location.origin) return;
	const way = wayOf(request.method, url.pathname, request.mode === 'navigate');
	if (way === 'shell') event.respondWith(shell(request));
	else if (way === 'kept') event.respondWith(kept(request));
	else if (way === 'picture') event.respondWith(picture(request));
});

/** Fetches what is new and copies the rest from the version before. */
async function install(): Promise<void> {
	const { files } = (await (await fetched(listPath)).json()) as { files: ShellFile[] };
	const page = await fetched(shellPath, { credentials: 'omit' });
	const html = await page.text();
	if (!isOfOneBuild(html, files)) throw new Error('The page and the list of its files are of two versions.');
	const cache = await caches.open(ownCache);
	let bytes = 0;
	for (const file of files) if (await isFetched(cache, file.path)) bytes += file.bytes;
	for (const path of staticPaths) await cache.put(path, await fetched(path));
	await cache.put(shellPath, await shellOf(html, page.headers, linksOf(files)));
	await cache.put(weightPath, Response.json({ bytes }));
}

/** Whether a file had to be fetched: the name of each carries the hash of its content, so an older copy is the same. */
async function isFetched(cache: Cache, path: string): Promise<boolean> {
	const before = await caches.match(path);
	await cache.put(path, before ?? (await fetched(path)));
	return before === undefined;
}

async function fetched(path: string, more: RequestInit = {}): Promise<Response> {
	const response = await fetch(path, { cache: 'no-store', ...more });
	if (!response.ok || response.redirected) throw new Error(`${path} was answered by ${response.status}.`);
	return response;
}

async function shellOf(html: string, headers: Headers, links: string): Promise<Response> {
	const text = withoutNonces(html);
	const hashes = await Promise.all(inlineScripts(text).map(sha256));
	const kept = new Headers(headers);
	const policy = headers.get('content-security-policy');
	if (policy !== null) kept.set('content-security-policy', hashedPolicy(policy, hashes));
	for (const name of ['content-encoding', 'content-length']) kept.delete(name);
	kept.set('link', links);
	return new Response(text, { headers: kept });
}

async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function activate(): Promise<void> {
	for (const name of await caches.keys()) if (name.startsWith('kasir-') && name !== ownCache) await caches.delete(name);
	await worker.clients.claim();
}

async function shell(request: Request): Promise<Response> {
	return (await (await caches.open(ownCache)).match(shellPath)) ?? fetch(request);
}

/** From this version's cache, or an older one's; what the list left out is kept when it is first used. */
async function kept(request: Request): Promise<Response> {
	const known = await caches.match(request);
	if (known !== undefined) return known;
	const response = await fetch(request);
	if (response.ok) await (await caches.open(ownCache)).put(request, response.clone());
	return response;
}

async function picture(request: Request): Promise<Response> {
	const cache = await caches.open(pictureCache);
	const known = await cache.match(request);
	if (known !== undefined) return known;
	const response = await fetch(request);
	if (!response.ok) return response;
	await cache.put(request, response.clone());
	const all = await cache.keys();
	await Promise.all(all.slice(0, Math.max(0, all.length - picturesMax)).map((old) => cache.delete(old)));
	return response;
}
