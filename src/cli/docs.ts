/** `npm run docs`: writes the command table of README.md and docs/PERMISSIONS.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Who } from '../app/who.js';
import type { Command, Form } from '../chat/define.js';
import { holderTitle } from '../words/roster.js';
import { usage } from '../chat/replies/usage/usage-line.js';
import { projectFolder } from '../project-folder.js';
import { loadCommands } from '../start/load-commands.js';
import { commandLine } from './command-line.js';

export const run = commandLine({
  usage: '用法：npm run docs\n按现有命令改写 README.md 的命令表和 docs/PERMISSIONS.md。',
  options: {},
  read: (_values, words) => (words.length > 0 ? undefined : {}),
  run: async (_asked, { say }) => {
    const written = await documents();
    const changed = Object.entries(written).filter(([file, text]) => read(file) !== text);
    for (const [file, text] of changed) writeFileSync(join(projectFolder(), file), text);
    say(changed.length === 0 ? '没有要改写的。' : `已改写：${changed.map(([file]) => file).join('、')}`);
    return 0;
  },
});

/** Each document as it should be. */
export async function documents(): Promise<Readonly<Record<string, string>>> {
  const commands = [...(await loadCommands())].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    'README.md': withTable(read('README.md'), commands),
    'docs/PERMISSIONS.md': permissions(commands),
  };
}

function read(file: string): string {
  return readFileSync(join(projectFolder(), file), 'utf8');
}

/**
 * People write and group the rows, so they stay as they are. A command without a row gets one of its own for somebody
 * to improve; a removed command leaves its row.
 */
export function withTable(readme: string, commands: readonly Command[]): string {
  return readme.replace(/(?<=<!-- commands -->\n)[^]*(?=<!-- \/commands -->)/u, (table) => {
    const [heading = '', line = '', ...rows] = table.trimEnd().split('\n');
    const isThere = (name: string) => commands.some((command) => command.name === name);
    const kept = rows
      .map((row) => row.replaceAll(mention, (span, name: string) => (isThere(name) ? span : '')))
      .filter((row) => mentioned(row).length > 0);
    const listed = new Set(kept.flatMap(mentioned));
    const added = commands
      .filter(({ name }) => !listed.has(name))
      .map((command) => `| ${command.summary} | \`/${command.name}\` | ${whoMay(command)} |`);
    return `${[heading, line, ...kept, ...added].join('\n')}\n`;
  });
}

const mention = /`\/([^\s/`]+)`/gu;

function mentioned(row: string): readonly string[] {
  return [...row.matchAll(mention)].map(([, name = '']) => name);
}

function whoMay({ forms }: Command): string {
  return [...new Set(forms.map(({ useCase }) => whom(useCase.who)))].join('；');
}

const everybody: { readonly [W in Extract<Who, string>]: string } = {
  everybody: '名册上的所有人',
  strangers: '所有人，包括还没绑定账号的',
  unbound: '还没绑定账号的',
  members: '党员',
  people: '党员、群众',
  clock: '无（定时）',
};

function whom(who: Who): string {
  return typeof who === 'string' ? everybody[who] : who.map(holderTitle).join('、');
}

function permissions(commands: readonly Command[]): string {
  const rows = commands.flatMap((command) => command.forms.map((form) => permission(command, form)));
  return `# 谁能用哪条命令

由 \`npm run docs\` 按 \`commands/*\` 和各用例的规则生成，不手写；测试核对它与程序一致。
这里是“能不能用这条命令”；一件具体的事由谁认定，还要看回避（\`src/domain/rulings/four-eyes.ts\`）。

| 写法 | 谁能用 | 在哪里 |
|---|---|---|
${[...new Set(rows)].join('\n')}
`;
}

function permission(command: Command, form: Form): string {
  const { who, place } = form.useCase;
  const where = place === 'private' ? '只在私聊' : '群里、私聊';
  return `| \`${usage(command, form).replaceAll('|', '/')}\` | ${whom(who)} | ${where} |`;
}
