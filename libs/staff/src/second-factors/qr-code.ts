import { toString } from 'qrcode';

/** A QR code as the address of a picture (SVG), dark on light in every colour scheme, since cameras read no other. */
export async function qrCodePicture(text: string): Promise<string> {
  const svg = await toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
