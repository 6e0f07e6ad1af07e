import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@app/staff';

export const NEEDS = 'desk:needs';
/** Open to everybody: signing in, and nothing else. */
export const PUBLIC = 'public';
/** Open to everybody who is signed in. */
export const ANY_STAFF = 'any staff';

/** What a route asks of its caller. A route that names nothing is refused to everybody, so that none is open by forgetting. */
export const Needs = (
  permission: Permission | typeof PUBLIC | typeof ANY_STAFF,
): MethodDecorator & ClassDecorator => SetMetadata(NEEDS, permission);

export const UNATTENDED = 'desk:unattended';

/** Asked for by a page's script and not by a person, so it keeps no idle session open. */
export const Unattended = (): MethodDecorator => SetMetadata(UNATTENDED, true);
