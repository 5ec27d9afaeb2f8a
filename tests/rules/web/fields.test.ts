/** Fields of forms: what they take, and what they say to what they do not. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { optionalWeightPattern } from '#lib/web/fields.ts';

test.each([
	['', ''],
	['  ', ''],
	['21IIIIIWWWWWC', '21IIIIIWWWWWC'],
	[' 21iiiiiwwwwwc ', '21IIIIIWWWWWC'],
	['2800IIIIWWWWC', '2800IIIIWWWWC']
])('a scale that writes %j is set up as %j', (typed, kept) => {
	expect(v.parse(optionalWeightPattern, typed)).toBe(kept);
});

test.each(['2IIIIIIWWWWWC', '21IIIIIWWWWW', '99IIIIIWWWWWC', '21IIIIIIWWWWWWC', '21WIWIWIWIWIC', 'timbangan'])(
	'what the till cannot read is not taken: %s',
	(typed) => {
		const { success, issues = [] } = v.safeParse(optionalWeightPattern, typed);
		expect(success).toBe(false);
		expect(issues[0]?.message).toContain('21IIIIIWWWWWC');
	}
);
