/** What the status page asks of delivery: a link to the delivered file, or null while there is none. */
export abstract class OrderDownloads {
  abstract freshLink(orderId: string): Promise<string | null>;
}
