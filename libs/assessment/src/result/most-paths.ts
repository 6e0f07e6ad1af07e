/** Paths that a result offers at most, beside staying; a blueprint has a page for each. */
export const MOST_PATHS = 3;
