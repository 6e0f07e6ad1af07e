/** Names of O*NET elements that are no nouns, so that they can stand in a sentence. */
const AS_NOUN: Readonly<Record<string, string>> = {
  Administrative: 'Office administration',
  Mechanical: 'Machines and tools',
  Transportation: 'Transport',
};

/** A skill or field of knowledge by the name that a sentence can hold. */
export const elementName = (name: string): string => AS_NOUN[name] ?? name;
