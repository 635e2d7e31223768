import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { z } from 'zod';
import { beforeSending, UnknownToken } from './errors.js';
import { type Grpc, type GrpcClient, type GrpcManager, load, type ServicePuppet } from './library.js';

interface ServicePuppetClass {
  new (): ServicePuppet;
  readonly prototype: ServicePuppet;
}

export const servicePuppet = 'wechaty-puppet-service';

/**
 * The client of a gateway without seven habits that a bot cannot have (ADR 0012): it would log the account out of the
 * gateway on exit and answer a logout by another, hide the end of the event stream, send a failed file again in another
 * way so that people get it twice, and end the process when a line breaks during a download, when the directory fails
 * or when an account comes back while its cache of people, in plain on disk, is still being closed.
 */
export async function loadServicePuppet(): Promise<(onLost: () => void) => ServicePuppet> {
  const { PuppetService } = await load<{ readonly PuppetService: ServicePuppetClass }>(servicePuppet);
  const { puppet: requests } = await load<Grpc>('wechaty-grpc');
  return (onLost) => {
    const puppet = new PuppetService();
    const bridge = puppet.bridgeGrpcEventStream.bind(puppet);
    puppet.bridgeGrpcEventStream = (manager) => {
      bridge(manager);
      manager.on('end', onLost);
      manager.stop = () => hangUp(manager);
      const init = manager.initClient.bind(manager);
      manager.initClient = async () => {
        manager.endpoint = await findGateway(manager.endpoint);
        await init();
        heedErrors(manager.client);
      };
    };
    puppet._payloadStore.start = () => Promise.resolve();
    followLogins(puppet, PuppetService);
    puppet.messageSendFile = async (conversation, file) => {
      const stored = await puppet.serializeFileBox(file).catch((error: unknown) => {
        throw beforeSending(error);
      });
      const request = new requests.MessageSendFileRequest();
      request.setConversationId(conversation);
      request.setFileBox(stored);
      const { client } = puppet.grpcManager;
      await promisify(client.messageSendFile.bind(client))(request);
    };
    return puppet;
  };
}

/**
 * The account is forgotten one turn after its logout was told; a login in between waits for that. The package answers a
 * logout by one of its own, which would hit the account that has logged in meanwhile.
 */
function followLogins(puppet: ServicePuppet, { prototype }: ServicePuppetClass): void {
  const { logout } = Object.getPrototypeOf(prototype) as Pick<ServicePuppet, 'logout'>;
  const login = puppet.login.bind(puppet);
  let forgotten: Promise<unknown> = Promise.resolve();
  puppet.logout = (reason) => {
    const going = logout.call(puppet, reason);
    // A logout that failed keeps no login waiting.
    forgotten = going.catch(() => undefined);
    return going;
  };
  puppet.login = async (account) => {
    await forgotten;
    login(account);
  };
}

/**
 * A failed download also ends the stream it feeds. A missing file is not requested in the old way, which never answers.
 */
function heedErrors(client: GrpcClient): void {
  const download = client.download.bind(client);
  client.download = (request) => {
    const response = download(request);
    const pipe = response.pipe.bind(response);
    response.pipe = (target, options) => {
      response.on('error', (error) => (target as unknown as Writable).destroy(error));
      return pipe(target, options);
    };
    return response;
  };
  client.messageFileStream = () => {
    throw new Error('no such file');
  };
}

function hangUp({ eventStream, client }: GrpcManager): Promise<void> {
  eventStream?.cancel();
  client.close();
  return Promise.resolve();
}

/** Stands for a gateway known only by its token: `wechaty://api.chatie.io/<token>`. */
const byToken = /^wechaty:\/\/(.+)\/([^/]+)$/u;
const patience = 10_000;
/** The directory does not know the token. */
const unknown = new Set([400, 401, 403, 404, 410]);

const place = z.object({ host: z.string().min(1), port: z.int().min(1).max(65_535) });

/**
 * The address of a gateway, as given or from its maker's directory. wechaty's own look-up was written for an old gRPC
 * and ends the process whatever the answer.
 * @throws UnknownToken when there is no such token; anything else when the gateway cannot be found now
 */
export async function findGateway(endpoint: string): Promise<string> {
  const [, authority = '', token = ''] = byToken.exec(endpoint) ?? [];
  if (token === '') return endpoint;
  const directory = authority.includes('://') ? authority : `https://${authority}`;
  const response = await fetch(`${directory}/v0/hosties/${encodeURIComponent(token)}`, {
    signal: AbortSignal.timeout(patience),
  });
  if (unknown.has(response.status)) throw new UnknownToken();
  // Port 0 means that the gateway is gone.
  const { host, port } = place.parse(await response.json());
  return `${host}:${port}`;
}
