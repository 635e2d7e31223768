import { SendError } from '../../app/ports/channel.js';

export class MissingPackage extends Error {
  constructor(readonly packageName: string) {
    super(`package ${packageName} is not installed`);
  }
}

/** `WECHATY_PUPPET` names a package that is no puppet, or one that does not start with its settings. */
export class UnusablePuppet extends Error {}

/** The gateway refuses our token. */
export class TokenRefused extends Error {}

/** gRPC status codes. */
const cancelled = 1;
const deadlineExceeded = 4;
const unavailable = 14;
const unauthenticated = 16;
/** Not found, not allowed, too large or not possible: a retry would fail the same way. */
const final = new Set([3, 5, 7, 8, 9, 11, 12]);

/** No connection, so certainly not taken. */
const unreached =
  /No connection established|Name resolution failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/u;
/** Messages of puppets without an account, or without a client yet. */
const loggedOut = /not logged in|NO CLIENT|no grpc manager|NOPUPPET/iu;

/** The directory of gateways does not know the token; we treat it like a refusal by the gateway. */
export class UnknownToken extends Error {
  readonly code = unauthenticated;

  constructor() {
    super('no gateway has this token');
  }
}

export function isUnauthenticated(error: unknown): boolean {
  return codeOf(error) === unauthenticated;
}

/** For the log: without any text or name of a person. */
export function kindOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `code ${code}`;
  return error instanceof Error ? error.name : typeof error;
}

/**
 * Why a message was not sent. Puppets throw whatever their authors liked; anything we cannot classify may have arrived.
 */
export function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const words = error instanceof Error ? error.message : '';
  const code = codeOf(error);
  if (unreached.test(words) || loggedOut.test(words) || code === unauthenticated)
    return new SendError('transient', 'not connected');
  if (code === unavailable || code === cancelled || code === deadlineExceeded)
    return new SendError('uncertain', kindOf(error));
  // wechat4u asserts that the service answers 0.
  if (isAssertion(error)) return new SendError('refused', 'refused by the service');
  return new SendError(code !== undefined && final.has(code) ? 'refused' : 'uncertain', kindOf(error));
}

/** A look-up or an upload shows nothing to anybody, so it can be repeated. */
export function beforeSending(error: unknown): SendError {
  const sent = sendErrorOf(error);
  return sent.failure === 'uncertain' ? new SendError('transient', sent.message) : sent;
}

function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}

function isAssertion(error: unknown): boolean {
  return error instanceof Error && error.name === 'AssertionError';
}
