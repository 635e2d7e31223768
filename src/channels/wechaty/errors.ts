import { SendError } from '../../app/ports/channel.js';

/** A package that the channel needs is not installed. */
export class MissingPackage extends Error {
  constructor(readonly packageName: string) {
    super(`package ${packageName} is not installed`);
  }
}

/** `WECHATY_PUPPET` names a package that is no puppet, or one that does not start with its settings. */
export class UnusablePuppet extends Error {}

/** The gateway does not take our token. */
export class TokenRefused extends Error {}

/** Codes of gRPC. */
const cancelled = 1;
const deadlineExceeded = 4;
const unavailable = 14;
const unauthenticated = 16;
/** Not found, not allowed, too large, not possible there: asked again, it would be the same. */
const final = new Set([3, 5, 7, 8, 9, 11, 12]);

/** No connection was made, so nothing was taken. */
const unreached =
  /No connection established|Name resolution failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/u;
/** What puppets say that have no account, or no client yet. */
const loggedOut = /not logged in|NO CLIENT|no grpc manager|NOPUPPET/iu;

/** The directory of gateways has no such token: the same as a gateway that does not take it. */
export class UnknownToken extends Error {
  readonly code = unauthenticated;

  constructor() {
    super('no gateway has this token');
  }
}

export function isUnauthenticated(error: unknown): boolean {
  return codeOf(error) === unauthenticated;
}

/** The event stream was given up: on our side or on the other. */
export function isOver(error: unknown): boolean {
  const code = codeOf(error);
  return code === cancelled || code === unavailable;
}

/** Words for the log: never a text or a name of somebody. */
export function kindOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `code ${code}`;
  return error instanceof Error ? error.name : typeof error;
}

/**
 * Why a message was not sent. A puppet throws whatever its maker liked; what we do not know for certain may have
 * arrived.
 */
export function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const words = error instanceof Error ? error.message : '';
  const code = codeOf(error);
  if (unreached.test(words) || loggedOut.test(words) || code === unauthenticated)
    return new SendError('transient', 'not connected');
  if (code === unavailable || code === cancelled || code === deadlineExceeded)
    return new SendError('uncertain', kindOf(error));
  // wechat4u asserts that the answer of the service is 0.
  if (isAssertion(error)) return new SendError('refused', 'refused by the service');
  return new SendError(code !== undefined && final.has(code) ? 'refused' : 'uncertain', kindOf(error));
}

/** Looking somebody up, or storing a file for a message, shows nothing to anybody: it can be done again. */
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
