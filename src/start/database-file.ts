import { SchemaError } from '../store/migrate.js';

/** A database file that cannot be used. Chinese, one sentence that names the file and what to do. */
export class DatabaseFileError extends Error {}

/**
 * Opens what stands in this file; a refusal of the file system or of the driver becomes a sentence.
 * @throws DatabaseFileError
 */
export async function withDatabaseFile<T>(file: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const sentence = sentenceFor(error, file);
    throw sentence === undefined ? error : new DatabaseFileError(sentence, { cause: error });
  }
}

function sentenceFor(error: unknown, file: string): string | undefined {
  if (error instanceof SchemaError) {
    return error.reason === 'newer'
      ? `数据库 ${file} 是新版本的程序建立的,请换用新版本,不要用旧版本打开。`
      : `数据库 ${file} 与本程序的表结构对不上,请换用建立它的那个版本。`;
  }
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  // The driver gives no code where SQLite could not open the file at all.
  if (error.message.startsWith('ConnectionFailed') || code === 'SQLITE_CANTOPEN')
    return `打不开数据库 ${file}:请检查它是不是文件夹,所在的文件夹能不能写入。`;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return `${file} 不是数据库,或已损坏:请换成备份的文件,或改正 DATABASE_URL。`;
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `没有权限写入数据库 ${file}:请检查这个文件和所在文件夹的权限。`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `打不开数据库 ${file}:它所在的位置不是文件夹,请改正 DATABASE_URL。`;
  if (code.startsWith('SQLITE_BUSY')) return `数据库 ${file} 正被别的程序占用,请稍后再试。`;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return `磁盘已满,数据库 ${file} 写不进去。`;
  return undefined;
}
