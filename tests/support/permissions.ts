/** `npx tsx tests/support/permissions.ts`: writes docs/PERMISSIONS.md anew from the commands. */
import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Who } from '../../src/app/who.js';
import type { Command, Form } from '../../src/chat/define.js';
import { officeTitles } from '../../src/chat/replies/door/sentences.js';
import { usage } from '../../src/chat/replies/usage/problems.js';

const FILE = 'docs/PERMISSIONS.md';

const HEAD = `# 谁能用哪条命令

由 \`commands/*\` 和各用例的规则生成（\`npx tsx tests/support/permissions.ts\`），不手写；测试核对它与程序一致。
这里是“能不能用这条命令”；一件具体的事由谁认定，还要看回避（\`src/domain/rulings/four-eyes.ts\`）。

| 写法 | 谁能用 | 在哪里 |
|---|---|---|
`;

const whom = (who: Who): string => {
  if (typeof who !== 'string') return who.map((office) => officeTitles[office]).join('、');
  const titles = {
    everybody: '名册上的所有人',
    strangers: '所有人，包括还没绑定账号的',
    members: '党员',
    people: '党员、群众',
    clock: '无（定时）',
  };
  return titles[who];
};

const row = (command: Command, form: Form): string => {
  const { who, place } = form.useCase;
  const where = place === 'private' ? '只在私聊' : '群里、私聊';
  return `| \`${usage(command, form).replaceAll('|', '/')}\` | ${whom(who)} | ${where} |`;
};

/** What the file has to hold: one line for each way to write a command, in the order of their names. */
export async function permissions(): Promise<string> {
  const files = readdirSync('commands').map((file) => pathToFileURL(resolve('commands', file)).href);
  const modules = await Promise.all(files.map((file) => import(file) as Promise<{ command: Command }>));
  const commands = modules
    .map(({ command }) => command)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const rows = commands.flatMap((command) => command.forms.map((form) => row(command, form)));
  return `${HEAD}${[...new Set(rows)].join('\n')}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, await permissions());
