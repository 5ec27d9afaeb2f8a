/** The one watcher of new versions in this tab: a service worker belongs to the browser, not to a page's component. */
import { Update } from './update.svelte.ts';

export const update = new Update();
