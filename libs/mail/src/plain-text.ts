/** Columns of a line of plain text; RFC 3676 advises fewer than 78. */
const WIDTH = 72;

/**
 * The words of a simple piece of our own HTML (headings, paragraphs, lists, links) as plain text: headings in capitals, lists with dashes, lines
 * folded, the address of a link behind its words. For templates that a page and the text of an email share; not for HTML of others.
 */
export function plainText(html: string): string {
  const blocks = html.replace(/<!--[^]*?-->/g, '').match(/<(h[1-6]|p|li)\b[^>]*>[^]*?<\/\1>/g) ?? [];
  const lines = blocks.flatMap((block, index) => {
    const kind = block.slice(1, 3);
    const text = words(block);
    if (kind.startsWith('h')) return ['', text.toUpperCase()];
    if (kind === 'li') return fold(text, '- ', '  ');
    const afterHeading = blocks[index - 1]?.startsWith('<h') ?? true;
    return [...(afterHeading ? [] : ['']), ...fold(text, '', '')];
  });
  return lines.join('\n').trim();
}

const words = (html: string): string =>
  html
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g, (_link, address: string, label: string) =>
      linkWords(label, address),
    )
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** "Cancelling (https://…)"; an address that is its own label once. */
function linkWords(label: string, address: string): string {
  const target = address.replace(/^mailto:/, '').replace(/\?.*$/, '');
  return label.trim() === target ? label : `${label} (${target})`;
}

/** Lines of at most {@link WIDTH} characters; a longer word, such as an address, keeps a line of its own. */
function fold(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const fits = line.length + word.length + 1 <= WIDTH;
    if (line !== first && line !== rest && !fits) {
      lines.push(line);
      line = rest;
    }
    line += line === first || line === rest ? word : ` ${word}`;
  }
  return [...lines, line];
}
