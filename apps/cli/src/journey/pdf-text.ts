import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The text and page count of a PDF by poppler, or null where poppler is not installed. */
export function readPdf(file: string): { pages: number; text: string } | null {
  const tools = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  if (!tools.some((folder) => existsSync(`${folder}/pdftotext`))) return null;
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const pages = Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
  return { pages, text };
}
