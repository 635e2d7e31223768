/** A reply handle of this channel: the request to answer and, for a click, its card. */
interface Handle {
  readonly reqId: string;
  readonly task: string | null;
}

const separator = ' ';

export function writeHandle({ reqId, task }: Handle): string {
  return task === null ? reqId : `${reqId}${separator}${task}`;
}

export function readHandle(handle: string): Handle {
  const [reqId = '', task = null] = handle.split(separator);
  return { reqId, task };
}
