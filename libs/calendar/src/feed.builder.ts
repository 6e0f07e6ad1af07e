/** Eight weekdays of a year, one a month. */
export const yearOf = (year: number): string[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((month) => {
    const day = new Date(Date.UTC(year, month - 1, 1));
    while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
  });

/** These days as the official feed has them. */
export const feedOf = (days: readonly string[], title = 'Day'): string =>
  JSON.stringify({
    'england-and-wales': {
      division: 'england-and-wales',
      events: days.map((date) => ({ title: title && `${title} ${date}`, date, notes: '', bunting: true })),
    },
    scotland: { division: 'scotland', events: [] },
  });
