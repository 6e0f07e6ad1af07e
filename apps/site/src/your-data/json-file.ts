import type { FastifyReply } from 'fastify';

/** Answers with a file to keep: indented, so that people can read it too. */
export async function sendJsonFile(reply: FastifyReply, name: string, content: object): Promise<void> {
  await reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .status(200)
    .send(`${JSON.stringify(content, null, 2)}\n`);
}
