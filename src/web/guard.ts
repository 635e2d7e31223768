import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Allows nothing from elsewhere, no inline script, and no string as HTML. */
const headers = (
  formAction: "'none'" | "'self'",
  referrerPolicy: 'no-referrer' | 'same-origin',
  framing: { readonly frames: "'none'" | "'self'"; readonly framedBy: "'none'" | "'self'" },
): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      frameSrc: [framing.frames],
      baseUri: ["'none'"],
      formAction: [formAction],
      frameAncestors: [framing.framedBy],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
    },
    xFrameOptions: framing.framedBy === "'self'" ? 'SAMEORIGIN' : 'DENY',
    referrerPolicy,
    // The local machine serves the page without TLS.
    strictTransportSecurity: false,
  });
const none = "'none'";
const own = "'self'";
const ofPage = headers(none, 'no-referrer', { frames: none, framedBy: none });
// Without a referrer a browser sends forms with the origin `null`, which is nobody's.
const ofDesk = headers(own, 'same-origin', { frames: own, framedBy: none });
/** Evidence that the desk shows in a frame. */
const ofEvidence = headers(none, 'no-referrer', { frames: none, framedBy: own });

/** The page sends with scripts, the desk with forms. */
export const pageHeaders: MiddlewareHandler = (c, next) => {
  const { path } = c.req;
  if (path.startsWith('/desk/files/')) return ofEvidence(c, next);
  return /^\/desk(?:\/|$)/u.test(path) ? ofDesk(c, next) : ofPage(c, next);
};

/**
 * Lets through only requests from this page's own window. A name that an attacker points at 127.0.0.1 (DNS rebinding)
 * arrives as Host, so Host must be an IP address, `localhost` or a configured host; a POST from another site carries
 * that site's Origin.
 */
export function ownWindowOnly(...hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const target = readHost(c.req.header('host'));
    if (!target || !hosts.some((host) => isOwnName(target.hostname, host)))
      return c.json({ error: '请从本机地址打开本页。' }, 403);
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && readOrigin(c.req.header('origin')) !== target.host)
      return c.json({ error: '请求不是从本页发出的。' }, 403);
    return next();
  };
}

function isOwnName(hostname: string, configured: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 || bare === 'localhost' || bare === configured.toLowerCase();
}

const readHost = (header: string | undefined): URL | undefined =>
  header && URL.canParse(`http://${header}/`) ? new URL(`http://${header}/`) : undefined;

const readOrigin = (header: string | undefined): string | undefined =>
  header && URL.canParse(header) ? new URL(header).host : undefined;

/** Lets through only requests from this machine, even when the page itself is open to others. */
export const ownMachineOnly: MiddlewareHandler = async (c, next) => {
  if (!isLoopback(getConnInfo(c).remote.address ?? '')) return c.json({ error: '请在本机查看。' }, 403);
  return next();
};

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(address);
}
