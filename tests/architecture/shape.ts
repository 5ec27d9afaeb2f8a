/** The shape of the tree: rooms are flat, named after the business, and each file says first what it is. */
import { rooms } from '../../rooms.js';
import { allFiles, codeFiles, filesBelow, roomOf, textOf } from './tree.ts';

/** Folder names that say where things are put and not what they are about. */
const cupboards = [
	'utils',
	'util',
	'helpers',
	'services',
	'repositories',
	'types',
	'stores',
	'common',
	'shared',
	'misc'
];
/** The one folder inside a room: migrations are frozen, one file each. */
const nestedAllowed = 'src/lib/db/migrations/';
const linesMax = 300;

export function barrels(): string[] {
	return codeFiles
		.filter((path) => /(^|\/)index\.(ts|js|mjs)$/.test(path))
		.map((path) => `${path}: import the file itself (#lib/<room>/<file>.ts) instead of a barrel`);
}

export function cupboardFolders(): string[] {
	return allFiles
		.filter(
			(path) =>
				path.startsWith('src/') &&
				path
					.split('/')
					.slice(0, -1)
					.some((folder) => cupboards.includes(folder))
		)
		.map((path) => `${path}: put it into the room of the business that it is about`);
}

export function deepRooms(): string[] {
	return filesBelow('src/lib')
		.filter((path) => path.split('/').length !== 4 && !path.startsWith(nestedAllowed))
		.map((path) => `${path}: a room is flat; a room that outgrows a screen of files is two rooms (rooms.js)`);
}

export function strangeRooms(): string[] {
	const known = new Set(rooms.map((room) => room.name));
	const found = new Set(
		filesBelow('src/lib')
			.map(roomOf)
			.filter((room) => room !== null)
	);
	return [...found].filter((room) => !known.has(room)).map((room) => `src/lib/${room}: give it its place in rooms.js`);
}

/** A first line that opens a comment with words in it; a shebang may stand before. */
const opening = /^(#!.*\n)?(\/\*\*\s+(\* )?|\/\/ |<!--\s+)\S+( \S+)+/;

export function untitledFiles(): string[] {
	return codeFiles
		.filter((path) => !opening.test(textOf(path)))
		.map((path) => `${path}: begin with one sentence that says what it is: /** … */ or <!-- @component … -->`);
}

export function longFiles(): string[] {
	return [...codeFiles, ...allFiles.filter((path) => /\.(css|sh)$/.test(path))]
		.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
		.filter(({ lines }) => lines > linesMax)
		.map(({ path, lines }) => `${path}: ${lines} lines; find the name of a part, at most ${linesMax}`);
}
