import type { ServerFailure } from './protocol.js';

/** What the server or the way to it refused; `code`: as in `ServerFailure`. */
export class ServerError extends Error {
  readonly code: string;
  readonly isLost: boolean;
  constructor({ message, code, isLost }: ServerFailure) {
    super(message);
    this.code = code;
    this.isLost = isLost;
  }
}
