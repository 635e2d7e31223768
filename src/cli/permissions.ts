/** `npm run permissions`: writes docs/PERMISSIONS.md from the commands and the rules of their use cases. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from '../chat/define.js';
import { whom } from '../chat/replies/door.js';
import { usage } from '../chat/replies/words.js';
import { loadCommands, projectFolder } from '../index.js';

const head = `# 谁可以做什么

本页由 \`npm run permissions\` 按命令的声明生成,请不要手工修改;\`/帮助\` 只列出本人能办的命令,出自同一处。
“认定”还要过“四眼”一关:本人、登记人、证明人不能认定(见 docs/ARCHITECTURE.md)。

| 命令 | 谁可以用 | 场合 | 说明 |
| --- | --- | --- | --- |
`;

/** Strangers may only say who they are. */
const strangers = '所有人(含未绑定的账号)';

/** The whole page. */
export function permissionsText(commands: readonly Command[]): string {
  const rows = commands.flatMap((command) =>
    command.forms.map((form) => {
      const { who, place } = form.useCase;
      const allowed = who === 'strangers' ? strangers : whom(who);
      const where = place === 'private' ? '只在私聊' : '群、私聊';
      return `| \`${usage(command, form).replaceAll('|', '\\|')}\` | ${allowed} | ${where} | ${command.summary} |`;
    }),
  );
  return `${head}${rows.join('\n')}\n`;
}

export function permissionsFile(): string {
  return join(projectFolder(), 'docs/PERMISSIONS.md');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeFile(permissionsFile(), permissionsText(await loadCommands()));
