/** What work may ask for that slows tools down. */
export const DEMANDS = {
  presence: {
    name: 'Being there in person',
    hint: 'Hands, tools, people or places: it cannot be done from a distance.',
  },
  trust: {
    name: 'Trust face to face',
    hint: 'People rely on your work because they have met you.',
  },
  'sign-off': {
    name: 'Legal sign-off',
    hint: 'The law, a licence or a regulator asks for a named person.',
  },
  confidential: {
    name: 'Confidential systems',
    hint: 'Records or rooms that outside tools may not see.',
  },
  unpredictable: {
    name: 'Unpredictable situations',
    hint: 'No two cases are alike, and plans change within the day.',
  },
  mistakes: {
    name: 'Answering for mistakes',
    hint: 'When something goes wrong, you are the one who is asked.',
  },
} as const satisfies Readonly<Record<string, { name: string; hint: string }>>;
export type DemandId = keyof typeof DEMANDS;

export const DEMAND_IDS = Object.keys(DEMANDS) as readonly DemandId[];

/** How much of the work a demand is true of, least first. */
export const DEMAND_LEVELS = ['little', 'some', 'most'] as const;
export type DemandLevel = (typeof DEMAND_LEVELS)[number];

export const DEMAND_WORDS: Readonly<Record<DemandLevel, string>> = {
  little: 'Hardly any of my work',
  some: 'Some of it',
  most: 'Most of it',
};

export const DEMAND_SHORT: Readonly<Record<DemandLevel, string>> = {
  little: 'hardly any',
  some: 'some of your work',
  most: 'most of your work',
};
