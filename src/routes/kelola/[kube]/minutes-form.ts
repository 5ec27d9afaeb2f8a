/** The minutes of a decision, as every form that needs one asks for them. */
import { dayField, needed } from '#lib/web/fields.ts';

const minutesMax = 2000;

export const minutesEntries = { decidedOn: dayField, minutes: needed(minutesMax) };
