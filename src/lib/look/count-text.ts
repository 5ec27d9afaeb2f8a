/** How many, as people write it: `2.745` (English `2,745`). */
import type { Language } from './language.ts';

const formats = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') } as const;

export function formatCount(count: number, language: Language): string {
	return formats[language].format(count);
}
