import type { FastifyRequest } from 'fastify';
import { type FormObject, parseForm } from './form-body.js';

/** The nested parameters of a call: the form of a POST (already read), else the query. */
export function paramsOf(request: FastifyRequest): FormObject {
  if (request.method === 'POST') return (request.body ?? {}) as FormObject;
  const start = request.url.indexOf('?');
  return parseForm(start === -1 ? '' : request.url.slice(start + 1));
}
