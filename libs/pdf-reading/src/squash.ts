/** Words of a page as they are compared: case, white space and composition do not count, since a line may break them; joiners stand elsewhere in right-to-left words. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f]+/g, '');
