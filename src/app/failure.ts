/**
 * What a log may say of an error: its kind and where in our own code it arose. Never its message, which may quote a
 * name or a reason.
 */
export interface Failure {
  /** `TypeError` */
  readonly error: string;
  /** `SQLITE_BUSY`, of errors that have one. */
  readonly code?: string;
  /** `src/forms/make.ts:17:3`, the innermost first. */
  readonly at: readonly string[];
}

/** A failure reported by another thread. */
export class ReportedFailure extends Error {
  constructor(readonly failure: Failure) {
    super([failure.error, failure.code ?? '', ...failure.at].filter((part) => part !== '').join(' '));
  }
}

const mostPlaces = 4;
const word = /^[\w.-]{1,40}$/u;
/** A line of a stack, of our own files only; nothing that people write looks like it and gets past the message. */
const place = /^ +at .*?((?:src|commands)\/[\w./-]+:\d+:\d+)\)?$/u;

export function failureOf(error: unknown): Failure {
  if (error instanceof ReportedFailure) return error.failure;
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const code: unknown = 'code' in error ? error.code : undefined;
  const isCode = (typeof code === 'string' || typeof code === 'number') && word.test(String(code));
  return {
    error: word.test(error.name) ? error.name : 'Error',
    ...(isCode && { code: String(code) }),
    at: placesOf(error),
  };
}

function placesOf({ message, stack = '' }: Error): readonly string[] {
  // The message comes first, and may have lines of its own.
  const end = stack.indexOf(message);
  const lines = end < 0 ? [] : stack.slice(end + message.length).split('\n');
  return lines.flatMap((line) => place.exec(line)?.[1] ?? []).slice(0, mostPlaces);
}
