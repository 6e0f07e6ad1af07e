/** Where most people in the United Kingdom have their mailbox, and a few real ones that look like a slip of another. */
const COMMON = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'live.com',
  'live.co.uk',
  'msn.com',
  'yahoo.com',
  'yahoo.co.uk',
  'ymail.com',
  'rocketmail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'aol.co.uk',
  'btinternet.com',
  'btopenworld.com',
  'sky.com',
  'talktalk.net',
  'virginmedia.com',
  'ntlworld.com',
  'blueyonder.co.uk',
  'tiscali.co.uk',
  'plusnet.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.co.uk',
  'mail.com',
  'email.com',
  'fastmail.com',
  'zoho.com',
] as const;

/** Short names lie close together, so fewer slips are forgiven in them. */
const slips = (domain: string): number => (domain.length < 9 ? 1 : 2);

/**
 * The address that was probably meant, when the part after the @ is a slip or two away from a common one: `ada@gmial.com` → `ada@gmail.com`.
 * A question to ask, never a reason to refuse: the address given may well be right. Undefined when there is nothing to ask.
 */
export function emailSuggestion(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || domain === '' || (COMMON as readonly string[]).includes(domain)) return undefined;
  const [nearest] = COMMON.map((known) => ({ known, distance: distance(domain, known) }))
    .filter(({ known, distance: far }) => far <= slips(known))
    .sort((a, b) => a.distance - b.distance);
  return nearest && `${email.slice(0, at)}@${nearest.known}`;
}

/** How many letters to add, drop, change, or swap with their neighbour make one word of the other (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const above = rows[i - 1] ?? [];
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? Infinity;
}
