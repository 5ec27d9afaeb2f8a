/** Which page of a list an address asks for. */

/** How many stand on one page. */
export const pageSize = 30;

/** The page by `halaman`, from 1; the first for anything else. */
export function pageAsked(parameters: URLSearchParams): number {
	const page = parameters.get('halaman') ?? '';
	return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
}
