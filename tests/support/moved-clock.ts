/** Loaded before a program: its clock goes as much ahead as `CLOCK_AHEAD_MS` says, and later as its parent says. */
import process from 'node:process';

const TrueDate = Date;
let aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);

process.on('message', (told) => {
	aheadMs = Number(told);
	process.send?.('set');
});
process.channel?.unref();

const now = (): number => TrueDate.now() + aheadMs;

globalThis.Date = new Proxy(TrueDate, {
	construct: (target, given: unknown[], made) =>
		Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
	get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown))
});
