import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { filesFault } from '@app/blueprint';
import type { Environment } from '@app/config';
import { createHttpApp, currentRequest, type HttpAppOptions } from '@app/http';
import { signedInStaff } from './access/signed-in-request.js';
import { DeskModule } from './desk.module.js';

/** The desk as a server that does not listen yet. @param root the desk's module; tests put their own settings around it. @param logTo where its log goes */
export const createDesk = (
  environment: Environment,
  root: Type<unknown> | DynamicModule = DeskModule,
  logTo?: HttpAppOptions['logTo'],
): Promise<NestFastifyApplication> =>
  createHttpApp(root, environment, {
    name: 'desk',
    fault: (database) => filesFault(database, environment),
    ...(logTo && { logTo }),
    globals: {
      /** Who is signed in, for the head of every page; null on the sign-in page. */
      get staff() {
        const signedIn = signedInStaff(currentRequest()?.request);
        return signedIn
          ? {
              name: signedIn.name,
              can: Object.fromEntries(
                [...signedIn.permissions].map((permission) => [permission.replace('.', '_'), true]),
              ),
            }
          : null;
      },
    },
  });
