/** With no path there is still something to find out: three steps that page 9 prints and the plan sends people to. */
export const SEARCH_STEPS = [
  'Read three advertisements for jobs that use what you do most, under other titles, and note what they share.',
  'Speak to two people who left a job like yours in the last two years about what they took with them.',
  'Take the assessment again with your limits loosened by a quarter, and see which paths come back.',
] as const;
