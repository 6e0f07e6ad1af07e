/** A sentence of the README and the tests that hold it. */
export interface Proven {
  readonly sentence: string;
  readonly tests: readonly { readonly name: string; readonly file: string }[];
}

/** The sentences of the list under "What it guarantees", each on one line. */
export function sentencesOf(readme: string): string[] {
  const section =
    readme.split('\n## What it guarantees\n')[1] ?? readme.split('## What it guarantees\n')[1] ?? '';
  const list = (section.split('\n## ')[0] ?? '').trim().split('\n\n')[0] ?? '';
  return list
    .split(/^- /m)
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .filter((item) => item !== '')
    .flatMap((item) => item.split(/(?<=\.) (?=[A-Z])/));
}

/** What docs/guarantees.md says: a heading is a sentence, each row below it `| part | test | file |`. */
export function provenSentences(page: string): Proven[] {
  return page
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [sentence = '', ...lines] = part.split('\n');
      const rows = lines.flatMap((line) => {
        const [, name, file] = /^\| .+ \| (.+) \| `(.+\.test\.ts)` \|$/.exec(line) ?? [];
        return name && file ? [{ name, file }] : [];
      });
      return { sentence, tests: rows };
    });
}

/** Whether a test file has a test (not a suite, and none that is skipped) of exactly this name. */
export function namesTest(text: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const at = text.indexOf(`${quote}${name}${quote}`);
    if (at < 0) return false;
    const before = text.slice(0, at).trimEnd();
    return before.endsWith('(') && !/(describe|skip|todo)(\.each\([^)]*\))?\($/.test(before);
  });
}
