/** `npm run rulebook -- 细则.yaml [--against 另一份.yaml]`: checks a rulebook file and says what differs. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { byWeight, differenceText } from '../../chat/replies/rulebook/differences.js';
import { differences } from '../../domain/rulebook/differences.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook, RulebookError } from '../../start/rulebook-file.js';

const usage = `用法:npm run rulebook -- 细则.yaml [--against 另一份.yaml]
检查细则文件,并列出与内置细则(rulebooks/2018.yaml)或另一份细则的不同。`;

// `| head` has read enough: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run();

async function run(): Promise<number> {
  const options = readArguments();
  if (options === undefined) {
    say(usage);
    return 2;
  }
  try {
    const { rulebook: after } = await loadRulebook(options.file);
    const { rulebook: before } = await loadRulebook(options.against);
    say(`细则文件 ${options.file} 可以使用:${after.title}(版本${after.version})。`);
    report(before, after);
    return 0;
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function report(before: Rulebook, after: Rulebook): void {
  const found = byWeight(differences(before, after));
  const other = `“${before.title}”(版本${before.version})`;
  if (found.length === 0) {
    say(`与${other}的内容没有不同。`);
    return;
  }
  say(`与${other}相比有${found.length}处不同:`);
  for (const difference of found) say(`  ${differenceText(difference, { before, after })}`);
  if (before.version === after.version)
    say('请注意:两份内容不同而版本号相同,请修改 version,否则已按此版本执行的支部不能启动。');
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { against: { type: 'string' } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return undefined;
    const against =
      values.against === undefined ? join(projectFolder(), 'rulebooks/2018.yaml') : values.against;
    return { file: resolve(file), against: resolve(against) };
  } catch {
    return undefined;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
