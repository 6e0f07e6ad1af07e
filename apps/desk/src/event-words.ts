/** `confirmation_accepted` → "Confirmation accepted". */
export const eventWords = (name: string): string => {
  const words = name.replaceAll('_', ' ').replaceAll('.', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
