/** `npm run roster -- 名册.xlsx [--yes] [--branch 名称]`, `npm run roster -- --template [空名册.xlsx]`. */
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig, type Config } from '../../config.js';
import { projectFolder } from '../../project-folder.js';
import { KeyError } from '../../store/key.js';
import { DatabaseFileError, withDatabaseFile } from '../../start/database-file.js';
import { loadRulebook, RulebookError } from '../../start/rulebook-file.js';
import { resolve } from 'node:path';
import { shanghaiNow } from '../../clock.js';
import { fileOf } from '../../store/connection.js';
import { isAgreed, refuse, say } from '../terminal.js';
import { openImport, type Import } from './import.js';
import { sentenceOf } from './row.js';
import { importRows, strangeCategories } from './rows.js';
import { planText, problemText } from './show.js';
import { readRosterFile } from './table.js';
import { TemplateError, writeTemplate } from './template.js';

const usage = `用法:npm run roster -- 名册.xlsx [--yes] [--branch 支部名称]
      npm run roster -- --template 空名册.xlsx
先列出将要变动的内容,确认后才写入;不在终端里运行时要加 --yes 才写入。`;
const defaultTemplate = '空名册.xlsx';

process.exitCode = await run();

async function run(): Promise<number> {
  const options = readArguments();
  if (options === undefined) {
    say(usage);
    return 2;
  }
  try {
    process.umask(0o077);
    const config = loadConfig();
    const loaded = await loadRulebook(resolve(projectFolder(), config.RULEBOOK));
    const labels = loaded.rulebook.categories.map(({ label }) => label);
    if (options.template !== undefined) {
      await writeTemplate(options.template, labels);
      say(`已生成空名册:${options.template}`);
      return 0;
    }
    const roster = await readRosterFile(options.file, {
      categories: labels,
      today: shanghaiNow().slice(0, 10),
    });
    for (const notice of roster.notices) say(`提示:${sentenceOf(notice)}`);
    if (roster.problems.length > 0)
      return refuse(roster.problems.map(sentenceOf), '名册有误,没有导入。请改正后重新运行:');
    const branch = options.branch ?? config.BRANCH_NAME;
    if (branch === undefined)
      return refuse([], '还没有写支部名称:请在 .env 里写 BRANCH_NAME=支部名称,或加上 --branch 支部名称。');
    const opened = await withDatabaseFile(resolve(fileOf(config.DATABASE_URL)), () =>
      openImport(config, loaded, branch, (own) => importRows(own, roster.rows)),
    );
    try {
      if (opened.madeKeyFile !== null)
        say(`已生成密钥文件 ${opened.madeKeyFile}:没有它数据库打不开,请另存一份妥善保管。`);
      say(`支部:${branch}`);
      const strange = strangeCategories(opened.rulebook, roster.rows);
      if (strange.length > 0)
        return refuse(strange, `本支部按细则${opened.rulebook.version}执行,没有导入。请改正后重新运行:`);
      if (opened.plan.problems.length > 0)
        return refuse(opened.plan.problems.map(problemText), '与现有名册有冲突,没有导入:');
      say(planText(opened.plan, opened.rulebook));
      return await write(opened, config, options.yes);
    } finally {
      await opened.close();
    }
  } catch (error) {
    return refuse([], sentence(error));
  }
}

async function write(opened: Import, config: Config, yes: boolean): Promise<number> {
  if (opened.plan.changes.length === 0) {
    say('没有变化。');
    return 0;
  }
  if (!yes && !(await isAgreed())) return 0;
  if (!(await opened.write())) return refuse([], '没有写入:名册刚刚在别处有了变动,请重新运行。');
  say(`已写入 ${fileOf(config.DATABASE_URL)}。启动机器人时,终端会给出书记、上级和工委的认领码。`);
  return 0;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        yes: { type: 'boolean', default: false },
        branch: { type: 'string' },
        template: { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    if (others.length > 0) return undefined;
    if (values.template)
      return { template: file ?? defaultTemplate, file: '', branch: undefined, yes: false };
    if (file === undefined || values.branch?.trim() === '') return undefined;
    return { template: undefined, file, branch: values.branch?.trim(), yes: values.yes };
  } catch {
    return undefined;
  }
}

function sentence(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof RulebookError ||
    error instanceof DatabaseFileError ||
    error instanceof TemplateError
  )
    return error.message;
  if (error instanceof KeyError) return `密钥与数据库不符或缺少密钥文件(${error.file}),没有导入。`;
  throw error;
}
