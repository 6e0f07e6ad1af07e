/** Words a minute of somebody who reads to judge. */
export const WORDS_A_MINUTE = 240;
/** Of somebody who looks over a sentence that they have read before. */
export const KNOWN_WORDS_A_MINUTE = 720;

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
