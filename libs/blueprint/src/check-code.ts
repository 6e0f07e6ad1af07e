/** Characters of a check code: 60 bits, so that it cannot be guessed for a known reference. */
export const CHECK_CODE = 12;
