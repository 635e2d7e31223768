import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { documents as documentsOfCommands, withTable } from '../src/cli/docs.js';
import { loadCommands } from '../src/start/load-commands.js';

const read = (file: string): string => readFileSync(file, 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documents = ['.', 'docs', 'docs/adr'].flatMap(markdownIn);
const spansOf = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/gu)].map(([, span]) => span ?? '');
const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();

/** Made at run time, by npm or by the office: named in the documents, never in the repository. */
const made = /^(?:data|dist|node_modules|src\/reading\/generated)(?:\/|$)|^rulebooks\/holidays-/u;
const folders = 'src|commands|rulebooks|prisma|tests|docs|\\.ci|data|dist|node_modules';
const looksLikePath = new RegExp(`^(?:(?:${folders})/[\\w./*-]*|[\\w.-]+\\.(?:md|mjs|cjs|json|yaml))$`, 'u');

/** The part before a star; a file may be meant at the root or beside the document. */
function isThere(path: string, document: string): boolean {
  const fixed = path.includes('*') ? dirname(`${path.split('*')[0] ?? ''}x`) : path;
  return existsSync(fixed) || existsSync(join(dirname(document), fixed));
}

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names only files that are there', () => {
    const paths = spansOf(text).filter((span) => looksLikePath.test(span) && !made.test(span));
    expect(paths.filter((path) => !isThere(path, document))).toEqual([]);
  });

  it('links only to what is there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/gu)].map(
      ([, md, html]) => md ?? html ?? '',
    );
    const local = targets.filter((target) => !/^https?:/u.test(target));
    const broken = local.filter((target) => {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(file)) return true;
      return heading !== undefined && !headingsOf(read(file)).includes(decodeURI(heading));
    });
    expect(broken).toEqual([]);
  });

  it('names only scripts that npm knows and whose program is written', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/gu)].map(([, name]) => name ?? '');
    const programs = named.map((name) => /dist\/(\S+)\.js/u.exec(scripts[name] ?? 'none')?.[1]);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(programs.filter((path) => path !== undefined && !existsSync(`${path}.ts`))).toEqual([]);
  });
});

/** As GitHub makes an anchor of a heading: lower case, blanks to hyphens, without marks. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replaceAll(' ', '-')
      .replaceAll(/[^\p{L}\p{N}_-]/gu, ''),
  );
}

describe('README.md', () => {
  const text = read('README.md');
  const [, table = ''] = text.split(/<!-- \/?commands -->/u);
  const commandsIn = (part: string): string[] =>
    sorted(spansOf(part).flatMap((span) => /^\/([^\s/]+)$/u.exec(span)?.[1] ?? []));

  it('does not call missing what is there', () => {
    const missing = commandsIn(text.replace(table, ''));
    expect(missing.filter((name) => commandsIn(table).includes(name))).toEqual(['帮助']);
  });

  it('names the Debian packages that .ci/run installs', () => {
    const installed = /^packages=\((.+)\)$/mu.exec(read('.ci/run'))?.[1];
    expect(text).toContain(`apt-get install --no-install-recommends ${installed ?? '?'}\n`);
  });
});

describe('.env.example', () => {
  const text = read('.env.example');
  const given = parseEnv(text);

  it('has every setting of src/config.ts, and no others', () => {
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): (?:z|address)\b/gmu)].map(
      ([, name]) => name,
    );
    expect(Object.keys(given).sort()).toEqual(settings.sort());
  });

  it('holds the defaults, so that a copy changes nothing', () => {
    expect(readConfig(given)).toEqual(readConfig({}));
  });

  it('explains each setting above it, with what it may be', () => {
    for (const name of Object.keys(given))
      expect(text.split(`\n${name}=`)[0]?.split('\n\n').at(-1), name).toMatch(/^# [^\n]+\n# 可以是：/u);
  });
});

describe('docs/GLOSSARY.md', () => {
  it('names every table of the store', () => {
    const tables = [...read('prisma/schema.prisma').matchAll(/@@map\("(\w+)"\)/gu)].map(
      ([, name]) => name ?? '',
    );
    const named = spansOf(read('docs/GLOSSARY.md'));
    expect(tables.filter((table) => !named.includes(table))).toEqual([]);
  });
});

describe('npm run docs', () => {
  it.each(['README.md', 'docs/PERMISSIONS.md'])('%s is what it writes', async (file) => {
    expect(read(file)).toBe((await documentsOfCommands())[file]);
  });

  it('gives a new command a row, takes a gone one out, and leaves the rows that people wrote', async () => {
    const readme = (...rows: string[]) =>
      `前\n<!-- commands -->\n| 做什么 | 命令 | 谁用 |\n|---|---|---|\n${rows.join('\n')}\n<!-- /commands -->\n后`;
    const commands = (await loadCommands()).filter(({ name }) => ['认领', '绑定', '请假'].includes(name));
    const both = '| 绑定聊天账号 | `/认领` `/绑定` | 所有人 |';
    const binding = '| 把本账号对应到名册上的本人，由书记确认 | `/绑定` | 所有人，包括还没绑定账号的 |';
    const leave = '| 请假 | `/请假` | 党员 |';
    expect(withTable(readme(both, leave), commands)).toBe(readme(both, leave));
    expect(
      withTable(readme('| 没有了 | `/打卡` | 党员 |', '| 账号 | `/认领` | 所有人 |', leave), commands),
    ).toBe(readme('| 账号 | `/认领` | 所有人 |', leave, binding));
  });
});
