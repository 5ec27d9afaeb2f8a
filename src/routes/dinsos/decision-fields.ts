/** The fields by which a decision is recorded: when it was taken, and what its minutes say. */
import { dayField, needed } from '#lib/web/fields.ts';

const minutesMax = 2000;

export const decisionFields = { 'decided-on': dayField, minutes: needed(minutesMax) };
