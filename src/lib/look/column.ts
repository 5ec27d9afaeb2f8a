/** A column of a Table. */
export interface Column<Key extends string> {
	readonly key: Key;
	readonly label: string;
	/** `end` for figures. */
	readonly align?: 'start' | 'end';
	/** Leads the card that a row becomes on a phone: large, without its label. One column has it. */
	readonly main?: boolean;
}
