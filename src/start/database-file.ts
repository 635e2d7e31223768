import { OperatorError } from '../operator-error.js';
import { KeyError } from '../store/sealing/key.js';
import { ServerError } from '../store/postgres/server-error.js';
import { SchemaError } from '../store/migrations.js';

/**
 * Opens the database. A refusal by the file system or the driver, or a key that does not fit, becomes a sentence that
 * names the file and the remedy.
 * @throws OperatorError
 */
export async function withDatabaseFile<T>(file: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const sentence = sentenceFor(error, file);
    throw sentence === undefined ? error : new OperatorError(sentence, { cause: error });
  }
}

function sentenceFor(error: unknown, file: string): string | undefined {
  if (error instanceof SchemaError) {
    return error.reason === 'newer'
      ? `数据库 ${file} 是新版本的程序建立的，请换用新版本，不要用旧版本打开。`
      : `数据库 ${file} 与本程序的表结构对不上，请换用建立它的那个版本。`;
  }
  if (error instanceof KeyError) return `${keyReasons[error.reason]}：${error.file}`;
  if (error instanceof ServerError) return serverSentence(error);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  // The driver gives no code when SQLite cannot open the file.
  if (error.message.startsWith('ConnectionFailed') || code === 'SQLITE_CANTOPEN')
    return `打不开数据库 ${file}：请检查它是不是文件夹，所在的文件夹能不能写入。`;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return `${file} 不是数据库，或已损坏：请换成备份的文件，或改正 DATABASE_URL。`;
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `没有权限写入数据库 ${file}：请检查这个文件和所在文件夹的权限。`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `打不开数据库 ${file}：它所在的位置不是文件夹，请改正 DATABASE_URL。`;
  if (code.startsWith('SQLITE_BUSY')) return `数据库 ${file} 正被别的程序占用，请稍后再试。`;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return `磁盘已满，数据库 ${file} 写不进去。`;
  return undefined;
}

/** By PostgreSQL's code (its appendix A), or the system's when it was not reached. */
export function serverSentence({ code, message, isLost }: ServerError): string | undefined {
  const said = `（${message}）`;
  switch (code) {
    case '28P01':
    case '28000':
      return `数据库服务器不认这个用户或口令：请改正 .env 里的 DATABASE_URL。${said}`;
    case '3D000':
      return `数据库服务器上没有这个数据库：请先建立（例：createdb zhibu），或改正 .env 里的 DATABASE_URL。${said}`;
    case '42501':
      return `这个用户在数据库里没有足够的权限：请由管理员执行“ALTER DATABASE zhibu OWNER TO zhibu”（换成您的数据库名和用户名），再启动。${said}`;
    case '25006':
      return `数据库服务器是只读的备机：请把 .env 里的 DATABASE_URL 指到主机。${said}`;
    case '53100':
      return `数据库服务器的磁盘已满，写不进去：请先腾出地方，再启动。${said}`;
    case '55P03':
      return '数据库正被别的程序占用，请稍后再启动。';
    case 'THREAD':
      return `与数据库服务器的通信意外中断，程序已停止：请重新启动；没有得到答复的消息，请再发一次。${said}`;
  }
  if (!isLost) return undefined;
  return `连不上数据库服务器：请检查它是否在运行、.env 里 DATABASE_URL 的主机和端口对不对。${said}`;
}

const keyReasons: Readonly<Record<KeyError['reason'], string>> = {
  wrong: '密钥与数据库不符，请恢复原来的密钥文件或 ZHIBU_KEY',
  replaced: '密钥已经换过，新的在密钥文件里：请删去 .env 中的 ZHIBU_KEY 一行，再启动',
  missing: '数据库已有内容，但找不到密钥文件，请恢复后再启动',
  emptied:
    '这里有用过的密钥，数据库却是空的：请放回原来的数据库，或换成备份的文件再启动；如果确实要从头开始，请先把密钥文件和旁边的备份移到别处',
  unmarked: '数据库里的密钥标记（表 meta）不见了，是别的程序改动的：请换成备份的文件再启动',
  malformed: '密钥文件内容或权限不对：应为64位十六进制数，且只有本人可读（chmod 600）',
};
