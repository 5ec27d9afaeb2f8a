/** A place on the way down from the country to a village, with how many groups trade in it. */
export interface PlaceWithGroups {
	readonly code: string;
	readonly name: string;
	readonly groups: number;
}
