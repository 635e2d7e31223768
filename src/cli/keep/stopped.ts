import { OperatorError } from '../../operator-error.js';
import { withDatabaseFile } from '../../start/database-file.js';
import { takeRunning } from '../../store/running.js';

/** Work on the database itself, while no bot runs on it and none can start. */
export async function whileStopped<R>(databaseFile: string, work: () => Promise<R>): Promise<R> {
  const running = await withDatabaseFile(databaseFile, () =>
    takeRunning(databaseFile, `进程号 ${process.pid}`),
  );
  if (!running.isOurs)
    throw new OperatorError(
      `机器人正在这个文件夹里运行${running.where === '' ? '' : `（${running.where}）`}，什么也没有动。请先停下它，再运行这一条。`,
    );
  try {
    return await work();
  } finally {
    running.release();
  }
}
