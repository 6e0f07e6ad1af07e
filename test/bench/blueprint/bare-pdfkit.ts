import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { type DocumentFacts, documentOptions } from '@app/typeset';
import type { Operation } from './recording-writer.js';

/** Runs noted calls on plain pdfkit with parsed fonts, and gives the file. */
export async function barePdfkit(
  facts: DocumentFacts,
  fonts: ReadonlyMap<string, Font>,
  operations: readonly Operation[],
): Promise<Buffer> {
  const document = new PDFDocument(documentOptions(facts));
  // A parsed font is taken as well; the types do not say so.
  for (const [name, font] of fonts) document.registerFont(name, font as unknown as Buffer);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const elements = [root];
  for (const operation of operations) operation(document, elements);
  root.end();
  document.end();
  return await finished;
}
