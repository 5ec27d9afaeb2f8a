/** What a list to choose from offers. */
export interface Choice {
	readonly value: string;
	readonly label: string;
	/** A second line under the label, where there is room for one. */
	readonly hint?: string | undefined;
	readonly disabled?: boolean | undefined;
}

/** Choices under a common heading. */
export interface ChoiceGroup {
	readonly heading: string;
	readonly choices: readonly Choice[];
}
