import { KNOWN_WORDS_A_MINUTE, WORDS_A_MINUTE } from '../reading-speed.js';

export type Device = 'phone' | 'desktop';

/**
 * Seconds of the keystroke-level model: S. K. Card, T. P. Moran and A. Newell, "The keystroke-level model for user performance time with
 * interactive systems", Communications of the ACM 23(7), 1980. A finger that aims is taken to need as long as a mouse, a swipe as long as aiming.
 */
const MENTAL = 1.35;
const POINTING = 1.1;
const PRESSING = 0.2;
const HOMING = 0.4;

/**
 * Seconds a letter. On a phone 36.2 words a minute, five letters each: K. Palin and others, "How do people type on mobile devices? Observations from
 * a study with 37,000 volunteers", MobileHCI 2019. On a keyboard the average non-secretary typist of Card, Moran and Newell.
 */
const LETTER: Readonly<Record<Device, number>> = { phone: 60 / (36.2 * 5), desktop: 0.28 };

/** Seeing what to press, aiming, pressing. */
export const pressingSeconds = MENTAL + POINTING + PRESSING;

/** The next of several presses that were thought of as one: pressing a field before typing, opening a list. */
export const aimingSeconds = POINTING + PRESSING;

export const scrollingSeconds = POINTING;

/** The key that sends, when the words are typed. */
export const sendingSeconds = MENTAL + PRESSING;

export const typingSeconds = (letters: number, device: Device): number =>
  MENTAL + aimingSeconds + (device === 'desktop' ? HOMING : 0) + letters * LETTER[device];

/** @param fresh words that are new @param known words read before, and those that are only looked over */
export const readingSeconds = (fresh: number, known: number): number =>
  (60 * fresh) / WORDS_A_MINUTE + (60 * known) / KNOWN_WORDS_A_MINUTE;
