/** What a reply handle of this channel holds: the request to answer, and of a click the card it was made on. */
export interface Handle {
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
