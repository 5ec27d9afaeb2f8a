/** One JSON line a request or event, each with the id of its request; never a body, a cookie, a phone number or a name. */
import { pino } from 'pino';

export const log = pino({
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	level: process.env['LOG_LEVEL'] ?? 'info',
	redact: { paths: ['*.authorization', '*.cookie', '*.password', '*.pin', '*.nik'], censor: '—' }
});

/** What may be told of an error: its name and stack, never the values it was about. */
export function toldOf(error: unknown): { name: string; message: string; stack: string | undefined } {
	if (!(error instanceof Error)) return { name: 'unknown', message: String(error), stack: undefined };
	return {
		name: error.name,
		message: withoutLongNumbers(error.message),
		stack: error.stack?.split('\n').slice(1, 9).join('\n')
	};
}

/** Runs of nine and more digits are phone numbers, NIKs or cards: only their length is told. */
function withoutLongNumbers(text: string): string {
	return text.replace(/\d{9,}/g, (digits) => `<${digits.length} digits>`);
}
