/** Whose data somebody's work holds: what no tool may be given without leave. By the unit group, and before it by a word of the title. */
const BY_TITLE: readonly (readonly [RegExp, string])[] = [
  [/\b(gp|surgery|hospital|nhs|clinic|ward|medical|dental|pharmacy)\b/i, 'patients'],
  [/\b(school|academy|nursery|pupils?)\b/i, 'pupils'],
  [/\b(law|legal|solicitors?|barristers?)\b/i, 'clients'],
];
const BY_GROUP: readonly (readonly [RegExp, string])[] = [
  [/^(22|118|1171|1231|321|613)/, 'patients'],
  [/^(231|232|611|3231)/, 'pupils'],
  [/^(241|242|246|352|353|3412|412|621|322)/, 'clients'],
];

/** "patients", "pupils" or "clients"; undefined of other work, where customers and colleagues are meant. */
export const dataHeldOf = (unitGroup: string, title: string): string | undefined =>
  [
    ...BY_TITLE.filter(([words]) => words.test(title)),
    ...BY_GROUP.filter(([groups]) => groups.test(unitGroup)),
  ][0]?.[1];
