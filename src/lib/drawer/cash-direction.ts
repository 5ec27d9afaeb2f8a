/** Which way cash moves between the drawer and the treasurer. */
export const cashDirections = ['in', 'to-treasurer'] as const;
export type CashDirection = (typeof cashDirections)[number];
