import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from './support/root.js';

interface Module {
  readonly file: string;
  readonly exported: readonly string[];
  /** `file name` of all that it imports; a whole module counts as `file *`. */
  readonly imported: readonly string[];
}

/** What a module exports and imports of ours. Statements `export … from` count as imports. */
function read(file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const exported: string[] = [];
  const imported: string[] = [];
  const names = (from: ts.Expression, bindings: ts.NamedImports | ts.NamedExports | null) => {
    if (!ts.isStringLiteral(from) || !from.text.startsWith('.')) return;
    const path = join(dirname(file), from.text.replace(/\.js$/, ''));
    const target = existsSync(`${path}.tsx`) ? `${path}.tsx` : `${path}.ts`;
    if (bindings === null) imported.push(`${target} *`);
    else
      for (const { propertyName, name } of bindings.elements)
        imported.push(`${target} ${(propertyName ?? name).text}`);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      names(node.moduleSpecifier, bindings && ts.isNamedImports(bindings) ? bindings : null);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      names(
        node.moduleSpecifier,
        node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause : null,
      );
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    ) {
      names(node.arguments[0], null);
    } else if (
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    ) {
      const of = ts.isVariableStatement(node)
        ? node.declarationList.declarations
        : [node as ts.DeclarationStatement];
      for (const { name } of of) if (name && ts.isIdentifier(name)) exported.push(name.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { file, exported, imported };
}

const modules = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.tsx?$/u.test(name) && !name.endsWith('.d.ts') && !name.startsWith('reading/generated/'),
    )
    .map((name) => read(join(root, folder, name)));

it('exports nothing that no other file imports', () => {
  const src = modules('src');
  const imported = new Set(
    [...src, ...modules('commands'), ...modules('tests')].flatMap((module) => module.imported),
  );
  const idle = src.flatMap(({ file, exported }) =>
    imported.has(`${file} *`)
      ? []
      : exported
          .filter((name) => !imported.has(`${file} ${name}`))
          .map((name) => `${file.slice(root.length)}: ${name}`),
  );
  expect(src.length).toBeGreaterThan(500);
  expect(idle).toEqual([]);
});
