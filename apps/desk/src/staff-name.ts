/** The name of a member of staff, in the middle of a sentence; '' where there is nobody. @param names of all who work here. */
export const staffName = (names: ReadonlyMap<string, string>, id: string | null): string =>
  id === null ? '' : (names.get(id) ?? 'a former colleague');
