/** What somebody did with their blueprint, and what it says to them. */
export const DID = {
  path: 'I took steps towards one of the paths',
  reshape: 'I changed how I do my job',
  learn: 'I learned something from the plan',
  nothing: 'Nothing yet',
} as const;

export const HELPED = {
  yes: 'Yes',
  some: 'A little',
  no: 'No',
  unsure: 'It is too early to say',
} as const;

export type Did = keyof typeof DID;
export type Helped = keyof typeof HELPED;

export interface FollowUp {
  readonly did: Did;
  readonly helped: Helped;
}

/** How often each answer was given; every answer is there, also with nought. */
export interface CountedFollowUps {
  readonly answers: number;
  readonly did: Readonly<Record<Did, number>>;
  readonly helped: Readonly<Record<Helped, number>>;
}

/** Fewer than this say little, and might say it of somebody. */
export const LEAST_ANSWERS = 20;
