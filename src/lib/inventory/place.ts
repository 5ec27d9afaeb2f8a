/** Where goods lie. A group has one place; movements name it so that it may have more one day. */

export const mainPlace = 'main';
