import { basename } from 'node:path';
import ts from 'typescript';

/** What a lib says of itself in its `lib.json`. */
export interface DeclaredLib {
  readonly name: string;
  readonly tables: readonly string[];
}

export interface SourceFile {
  /** From the root: `libs/orders/src/orders.store.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly fault: string;
}

/** Words after which SQL names a table that is only read, and those after which it is written. */
const READS = /\b(from|join)\s+(?:only\s+)?([a-z_]+(?:\.[a-z_]+)?)\b/gi;
const WRITES =
  /\b(insert\s+into|update|delete\s+from|truncate|lock\s+table|alter\s+table|drop\s+table)\s+(?:only\s+)?([a-z_]+(?:\.[a-z_]+)?)\b/gi;

/**
 * Where code speaks of a table without being its owner's store.
 *
 * A table is spoken of in SQL (a string that names it after `from`, `join`, `update` …) or by its entity class used as a value. Only
 * `*.store.ts` of the owning lib may do so; `*.entity.ts`, `*.module.ts` and `index.ts` of that lib may name the class. `desk-reading` reads
 * (never writes) the tables of those it uses, in `*.reading.ts`. The tables of the job runner belong to `jobs`. Migrations are the schema itself.
 */
export function tableBreaches(libs: readonly DeclaredLib[], files: readonly SourceFile[]): Breach[] {
  const named = files.flatMap(({ text }) =>
    [...text.matchAll(/@Entity\([^]*?class (\w+)/g)].map(([, name = '']) => name),
  );
  const tables = libs.flatMap((lib) => lib.tables);
  const spoken = new RegExp(`\\b(${['graphile_worker', ...tables, ...named].join('|')})\\b`, 'i');
  const ownerOf = new Map(libs.flatMap(({ name, tables }) => tables.map((table) => [table, name] as const)));
  // Most files name no table at all; parsing them would be most of the work.
  const parsed = files
    .filter(({ text }) => spoken.test(text))
    .map((file) => ({
      ...file,
      tree: ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true),
    }));
  const entities = new Map(parsed.flatMap(({ tree }) => entitiesIn(tree)));
  return parsed.flatMap(({ path, tree }) => {
    const found: Breach[] = [];
    const at = (node: ts.Node, fault: string): void => {
      found.push({ file: path, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, fault });
    };
    const judge = (node: ts.Node, table: string, how: 'read' | 'written' | 'entity'): void => {
      const owner = table.startsWith('graphile_worker.') ? 'jobs' : ownerOf.get(table);
      if (owner === undefined || allowed(path, owner, how)) return;
      at(node, `${table} of ${owner} is ${how === 'entity' ? 'used by its entity' : how} here`);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
      if (
        ts.isStringLiteral(node) ||
        ts.isNoSubstitutionTemplateLiteral(node) ||
        ts.isTemplateExpression(node)
      ) {
        const sql = node.getText();
        if (/\b(select|insert|update|delete|truncate|lock|alter|drop)\b/i.test(sql)) {
          const written = new Set<string>();
          for (const [, , table = ''] of sql.matchAll(WRITES)) written.add(table.toLowerCase());
          for (const table of written) judge(node, table, 'written');
          for (const [, , table = ''] of sql.matchAll(READS))
            if (!written.has(table.toLowerCase())) judge(node, table.toLowerCase(), 'read');
        }
      }
      if (ts.isIdentifier(node) && entities.has(node.text) && !isDeclarationName(node))
        judge(node, entities.get(node.text) ?? '', 'entity');
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

function allowed(path: string, owner: string, how: 'read' | 'written' | 'entity'): boolean {
  const name = basename(path);
  if (path.startsWith('libs/database/src/migrations/')) return true;
  if (path.startsWith('libs/desk-reading/') && name.endsWith('.reading.ts')) return how === 'read';
  if (!path.startsWith(`libs/${owner}/`)) return false;
  if (owner === 'jobs' || name.endsWith('.store.ts')) return true;
  return how === 'entity' && (/\.(entity|module)\.ts$/.test(name) || name === 'index.ts');
}

function entitiesIn(tree: ts.SourceFile): [string, string][] {
  return tree.statements.filter(ts.isClassDeclaration).flatMap((node): [string, string][] => {
    const decorator = (ts.getDecorators(node) ?? []).map(({ expression }) => expression).find(isEntityCall);
    const [table] = decorator?.arguments ?? [];
    return node.name && table && ts.isStringLiteral(table) ? [[node.name.text, table.text]] : [];
  });
}

const isEntityCall = (node: ts.Expression): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Entity';

/** True for a name that is being declared, or a property that happens to be called like an entity. */
const isDeclarationName = (node: ts.Identifier): boolean =>
  (ts.isClassDeclaration(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
