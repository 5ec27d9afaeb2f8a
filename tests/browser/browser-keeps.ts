/** What a browser keeps for the app: looked through for what must not be there. */
import type { Page } from '@playwright/test';

/** All that this origin keeps in the browser, as text; bytes are read as letters. */
export function keptByBrowser(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const stores: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
		for (const { name } of await indexedDB.databases()) {
			if (name === undefined) continue;
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const asked = indexedDB.open(name);
				asked.onsuccess = () => resolve(asked.result);
				asked.onerror = () => reject(new Error(name));
			});
			for (const store of db.objectStoreNames)
				stores.push(
					await new Promise((resolve, reject) => {
						const all = db.transaction(store).objectStore(store).getAll();
						all.onsuccess = () => resolve(all.result);
						all.onerror = () => reject(new Error(store));
					})
				);
			db.close();
		}
		const letters = (_: string, value: unknown): unknown =>
			value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value;
		return JSON.stringify(stores, letters);
	});
}
