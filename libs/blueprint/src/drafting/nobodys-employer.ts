/** What editors wrote for people at work, for who has no job now: "your employer pays" becomes "an employer pays". */
export const nobodysEmployer = <T>(said: T): T =>
  said === undefined
    ? said
    : (JSON.parse(
        JSON.stringify(said).replace(
          /\b(y)our (employer|manager|team)\b/gi,
          (_words, first: string, who: string) =>
            `${first === 'Y' ? 'A' : 'a'}${who === 'employer' ? 'n' : ''} ${who}`,
        ),
      ) as T);
