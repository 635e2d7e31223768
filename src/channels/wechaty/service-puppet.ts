import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { findGateway } from './directory.js';
import { beforeSending } from './errors.js';
import { load, type Grpc, type GrpcClient, type GrpcManager, type ServicePuppet } from './library.js';

export const servicePuppet = 'wechaty-puppet-service';

/**
 * The client of a gateway, without five habits that a bot of a branch cannot have (ADR 0012): at its end it would stop the
 * account on the gateway, which then has to log in anew; it says nothing when the stream of events ends; a file whose
 * sending failed it would send once more in another way, so that people get it twice; and a line that breaks while a
 * picture is fetched would end the process, as would the look-up of a gateway that is named by its token alone.
 */
export async function loadServicePuppet(): Promise<(onLost: () => void) => ServicePuppet> {
  const { PuppetService } = await load<{ readonly PuppetService: new () => ServicePuppet }>(servicePuppet);
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

/** An error of a download ends what it is piped into; a file that is not there is not asked for in the old way, which never answers. */
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
