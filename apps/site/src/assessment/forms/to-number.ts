/** A number as people write it: "30,000", "£30,000", " 37.5 ". NaN for anything else, which the range checks refuse. */
export const toNumber = ({ value }: { value: unknown }): unknown => {
  if (value === undefined || value === null) return undefined;
  const plain = typeof value === 'string' ? value.replace(/[£,\s]/g, '') : '';
  return /^-?\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : NaN;
};
