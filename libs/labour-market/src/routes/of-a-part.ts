/** "for gunsmiths in business only: …": what is asked of one part of a unit group alone. */
export const OF_A_PART = /^(?:for|in|on) (.+?) only[:,]/;
